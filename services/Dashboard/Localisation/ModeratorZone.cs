using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Moderation.Dashboard.Localisation;

/// <summary>The time zone of the moderator's browser, which tells it in a cookie; UTC until it has.</summary>
internal sealed class ModeratorZone(IHttpContextAccessor accessor)
{
    // A circuit begins within the request that opens it, so the cookie is there too.
    private readonly TimeZoneInfo _zone = Read(accessor.HttpContext);

    /// <summary>The full local time with its zone, in the moderator's language.</summary>
    public string Full(DateTimeOffset at) => $"{TimeZoneInfo.ConvertTime(at, _zone).ToString("dddd, d MMMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture)} ({_zone.Id})";

    /// <summary>Day and minute, for lists.</summary>
    public string Short(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    private static TimeZoneInfo Read(HttpContext? context) =>
        context?.Request.Cookies["moderation-zone"] is { Length: > 0 and < 60 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
