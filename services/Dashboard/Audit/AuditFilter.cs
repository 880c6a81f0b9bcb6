using System.Globalization;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Audit;

/// <summary>What an admin asks for, as it stands in the address bar. What cannot be read is left out.</summary>
internal sealed record AuditFilter(string? Who, string? What, string? Subject, string? From, string? To, string? Before)
{
    public static AuditFilter Of(Func<string, string?> value) =>
        new(OrNull(value("who")), OrNull(value("what")), OrNull(value("subject")), OrNull(value("from")), OrNull(value("to")), OrNull(value("before")));

    /// <summary>Days are those of UTC, the last of them included.</summary>
    public AuditQuery Query => new()
    {
        Who = Who,
        What = What,
        Subject = Subject,
        From = Day(From),
        To = Day(To)?.AddDays(1),
        Before = long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    /// <summary>The same filter as a query string, from another position on.</summary>
    public string Address(long? before) => string.Join('&', new[]
    {
        ("who", Who), ("what", What), ("subject", Subject), ("from", From), ("to", To), ("before", before?.ToString(CultureInfo.InvariantCulture)),
    }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    private static DateTimeOffset? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : SearchText.Storable(text.Trim());
}
