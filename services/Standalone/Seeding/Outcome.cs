namespace Moderation.Standalone.Seeding;

/// <summary>What became of a sample: its status, or the answer of a service that did not take it.</summary>
internal sealed record Outcome(Sample Sample, Uri? StatusUrl, string Status)
{
    public const string Pending = "pending";

    public bool IsDecided => StatusUrl is not null && Status != Pending;
}
