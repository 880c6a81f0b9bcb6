using System.Text.Json;
using Moderation.Worker;
using Moderation.Worker.Checks;
using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>Verdicts as NDJSON, each as <c>POST /v1/check</c> answers.</summary>
internal sealed class VerdictLines(Stream output) : IVerdicts
{
    // One write a line: whoever reads the other end of a pipe gets each verdict at once.
    public void Write(TrialComment comment, Judgement? judgement)
    {
        var answer = judgement is null ? new CheckAnswer { Error = comment.Refusal } : CheckAnswer.Of(judgement);
        output.Write([.. JsonSerializer.SerializeToUtf8Bytes(answer with { Id = comment.Id }, CheckAnswer.Json), (byte)'\n']);
    }
}
