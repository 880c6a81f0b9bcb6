using System.Globalization;

namespace Moderation.Worker.Rules;

/// <summary>Lengths of time as rule files and moderators spell them.</summary>
internal static class Durations
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    private static readonly (string English, string One, string Many)[] _names =
        [("millisecond", "मिलीसेकंड", "मिलीसेकंड"), ("second", "सेकंड", "सेकंड"), ("minute", "मिनट", "मिनट"), ("hour", "घंटा", "घंटे"), ("day", "दिन", "दिन")];

    /// <summary>Reads <c>100ms</c>, <c>10s</c>, <c>5m</c>, <c>24h</c>, <c>7d</c>; more than nothing and at most a year.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var digits = text.AsSpan().TrimEnd("mshd");
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        TimeSpan? unit = text[digits.Length..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
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
    public static string InEnglish(TimeSpan duration)
    {
        var (count, unit) = Units(duration);
        var name = _names[unit].English;
        return count == 1 ? $"1 {name}" : $"{count} {name}s";
    }

    /// <summary>As <see cref="InEnglish"/>, in Hindi.</summary>
    public static string InHindi(TimeSpan duration)
    {
        var (count, unit) = Units(duration);
        return $"{count} {(count == 1 ? _names[unit].One : _names[unit].Many)}";
    }

    private static (long Count, int Unit) Units(TimeSpan duration) => duration.Ticks switch
    {
        var ticks when ticks % TimeSpan.TicksPerDay == 0 && ticks > TimeSpan.TicksPerDay => (ticks / TimeSpan.TicksPerDay, 4),
        var ticks when ticks % TimeSpan.TicksPerHour == 0 => (ticks / TimeSpan.TicksPerHour, 3),
        var ticks when ticks % TimeSpan.TicksPerMinute == 0 => (ticks / TimeSpan.TicksPerMinute, 2),
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 => (ticks / TimeSpan.TicksPerSecond, 1),
        var ticks => (ticks / TimeSpan.TicksPerMillisecond, 0),
    };
}
