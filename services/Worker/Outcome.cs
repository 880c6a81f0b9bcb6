using System.Text.Json.Serialization;

namespace Moderation.Worker;

/// <summary>What the rules would have done with a comment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
internal enum Outcome
{
    [JsonStringEnumMemberName("approve")]
    Approve,

    [JsonStringEnumMemberName("hold")]
    Hold,

    [JsonStringEnumMemberName("reject")]
    Reject,
}
