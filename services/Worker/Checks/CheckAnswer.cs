using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Moderation.Contracts;

namespace Moderation.Worker.Checks;

/// <summary>What the caller gets: the verdict, or, in a stream, why there is none.</summary>
internal sealed record CheckAnswer
{
    /// <summary>Hindi is sent as Hindi; the answer is never part of a web page.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [JsonConverter(typeof(RawJson))]
    public string? Id { get; init; }

    public Outcome? Outcome { get; init; }

    public double? Score { get; init; }

    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>What rules on trial would have added; left out when they have nothing to say.</summary>
    public IReadOnlyList<Finding>? Shadow { get; init; }

    public string? Ruleset { get; init; }

    /// <summary>The version of the model that scored the text; left out when none did.</summary>
    public string? Model { get; init; }

    public string? Error { get; init; }

    public static CheckAnswer Of(Judgement judgement) => new()
    {
        Outcome = judgement.Outcome,
        Score = judgement.Verdict.Score,
        Findings = judgement.Verdict.Findings,
        Shadow = judgement.Verdict.Shadow is { Count: > 0 } shadow ? shadow : null,
        Ruleset = judgement.Verdict.Ruleset,
        Model = judgement.Verdict.Model,
    };
}
