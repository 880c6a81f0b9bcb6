using System.Globalization;

namespace Moderation.Worker.Rules;

/// <summary>Lengths of time as rules.yaml and moderators spell them.</summary>
internal static class Durations
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    /// <summary>Reads <c>10s</c>, <c>5m</c>, <c>24h</c>, <c>7d</c>; more than nothing and at most a year.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        TimeSpan? unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        if (unit is null || count == 0 || count > _longest / unit.Value)
        {
            return false;
        }

        duration = count * unit.Value;
        return true;
    }

    /// <summary>Such as <c>24 hours</c>: the largest unit that needs no fraction, but days only from two on.</summary>
    public static string InWords(TimeSpan duration)
    {
        var (count, unit) = duration switch
        {
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 && ticks > TimeSpan.TicksPerDay => (ticks / TimeSpan.TicksPerDay, "day"),
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => (ticks / TimeSpan.TicksPerHour, "hour"),
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => (ticks / TimeSpan.TicksPerMinute, "minute"),
            { Ticks: var ticks } => (ticks / TimeSpan.TicksPerSecond, "second"),
        };
        return count == 1 ? $"1 {unit}" : $"{count} {unit}s";
    }
}
