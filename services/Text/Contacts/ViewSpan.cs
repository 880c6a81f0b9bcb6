namespace Moderation.Text.Contacts;

/// <summary>A stretch of a view.</summary>
internal readonly record struct ViewSpan(int Start, int End)
{
    public bool Overlaps(ViewSpan other) => Start < other.End && other.Start < End;
}
