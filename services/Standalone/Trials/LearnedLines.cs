using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moderation.Learning;
using Moderation.Worker;
using Moderation.Worker.Checks;
using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>Verdicts as <see cref="VerdictLines"/> writes them, each with <c>learned</c>: probabilities, and the words that moved them.</summary>
internal sealed class LearnedLines(Stream output, Model model) : IVerdicts
{
    // A line is not put into a page: Devanagari stays readable.
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(TrialComment comment, Judgement? judgement)
    {
        var answer = judgement is null ? new CheckAnswer { Error = comment.Refusal } : CheckAnswer.Of(judgement);
        var line = JsonSerializer.SerializeToNode(answer with { Id = comment.Id }, CheckAnswer.Json)!.AsObject();
        if (comment.Comment is { Body: var text })
        {
            line["learned"] = new JsonObject(Learned.Of(model, text).Select(learned => KeyValuePair.Create<string, JsonNode?>(learned.Name, new JsonObject
            {
                ["probability"] = Math.Round(learned.Probability, 4),
                ["words"] = new JsonArray([.. learned.Words.Select(word => JsonValue.Create(text.Substring(word.Start, word.Length)))]),
            })));
        }

        output.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, _json), (byte)'\n']);
    }
}
