using System.Text.Encodings.Web;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace Moderation.Contracts.Tests;

/// <summary>
/// Services of different versions talk to each other: a message may gain fields and must never lose or rename one.
/// After an additive change, replace the approved file by what the failing test prints.
/// </summary>
public sealed class WireFormTests
{
    private static readonly JsonSerializerOptions _options = new(SystemTextJsonMessageSerializer.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Is_the_approved_one(string name)
    {
        var message = Examples.Of(name);
        var type = message.GetType();

        var json = JsonSerializer.Serialize(message, type, _options);

        Assert.Equal(Approved(type), json.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Is_read_back_as_it_was(string name)
    {
        var message = Examples.Of(name);
        var type = message.GetType();

        var read = JsonSerializer.Deserialize(Approved(type), type, _options);

        Assert.Equal(JsonSerializer.Serialize(message, type, _options), JsonSerializer.Serialize(read, type, _options));
    }

    [Theory]
    [MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Is_announced_under_its_own_name(string name)
    {
        var message = Examples.Of(name);
        var type = message.GetType();

        Assert.Equal($"urn:message:Moderation.Contracts:{type.Name}", MessageUrn.ForType(type).ToString());
    }

    [Fact]
    public void Has_an_example_for_every_message()
    {
        var messages = typeof(CommentSubmitted).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Comment", StringComparison.Ordinal) || type.Name.EndsWith("Erased", StringComparison.Ordinal)
                || type.Name.EndsWith("Requested", StringComparison.Ordinal)
                || type.Name.EndsWith("Asked", StringComparison.Ordinal) || type.Name.EndsWith("Answered", StringComparison.Ordinal))
            .Select(type => type.Name);

        Assert.Equal(messages.Order(StringComparer.Ordinal), ((IEnumerable<object[]>)Examples.Names).Select(row => (string)row[0]).Order(StringComparer.Ordinal));
    }

    private static string Approved(Type message) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", $"{message.Name}.json")).ReplaceLineEndings("\n").TrimEnd();
}
