namespace Moderation.Text.Emails;

/// <summary>Addresses written from the end, as text that is turned around on the page: <c>moc.liamg@maan</c>.</summary>
internal static class Reversed
{
    private static readonly WordSet _endings = new("moc ni ten gro oc vog ude ofni zib");

    /// <summary>Whether what stands before an @ is a domain from its end.</summary>
    public static bool IsDomain(ReadOnlySpan<char> before)
    {
        var first = before.IndexOfAnyInRange('a', 'z');
        before = first < 0 ? [] : before[first..];
        var dot = before.IndexOf('.');
        return dot > 0 && dot + 2 < before.Length && _endings.Contains(before[..dot]);
    }
}
