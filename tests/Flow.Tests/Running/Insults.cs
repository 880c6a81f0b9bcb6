namespace Moderation.Flow.Tests.Running;

/// <summary>Words of the Hindi list of abuse, so that none has to be written here.</summary>
internal static class Insults
{
    /// <summary>A word for which a comment is held.</summary>
    public static string Strong { get; } = First("strong");

    /// <summary>A word for which a comment is rejected.</summary>
    public static string Severe { get; } = First("severe");

    private static string First(string severity) =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(Built.Host)!, "seeds", "words", "abuse.hi.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            // Written out as they stand, with no endings and no gaps.
            .Where(entry => entry[0].AsSpan().IndexOfAny("*+.") < 0)
            .First(entry => (entry.ElementAtOrDefault(1) is { Length: > 0 } said ? said : "strong") == severity)[0];
}
