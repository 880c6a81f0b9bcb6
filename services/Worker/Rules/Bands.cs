using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules;

/// <summary>Which score has which outcome.</summary>
/// <param name="Hold">From this score on a comment waits for a moderator.</param>
/// <param name="Reject">From this score on a comment is rejected.</param>
internal sealed record Bands(double Hold, double Reject)
{
    public static Bands From(Settings settings)
    {
        var bands = new Bands(settings.Get("hold").Number(), settings.Get("reject").Number());
        settings.RefuseWhatNobodyRead();
        return bands.Hold <= bands.Reject ? bands : throw settings.Wrong("'hold' must not be above 'reject'");
    }

    public Outcome Of(double score) => score >= Reject ? Outcome.Reject : score >= Hold ? Outcome.Hold : Outcome.Approve;
}
