namespace Moderation.Dashboard.People;

/// <summary>What a person would call the browser that a user agent belongs to.</summary>
internal static class DeviceName
{
    // The first that fits: later browsers name the earlier ones too.
    private static readonly (string Mark, string Name)[] _browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] _systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent, string unknown)
    {
        var parts = new[] { Find(_browsers, userAgent), Find(_systems, userAgent) }.OfType<string>().ToList();
        return parts.Count == 0 ? unknown : string.Join(" · ", parts);
    }

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(entry => userAgent.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
