using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>The last message of a page, which the next one follows.</summary>
internal sealed record DeadMessageCursor(long At, Guid Id)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out DeadMessageCursor? cursor)
    {
        cursor = text.Split('.') is [var at, var id]
            && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            && Guid.TryParseExact(id, "N", out var guid) ? new DeadMessageCursor(time, guid) : null;
        return cursor is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}.{Id:N}");
}
