using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>The last message of a page, which the next one follows.</summary>
/// <param name="At">The time the page is ordered by, in Unix milliseconds.</param>
/// <param name="Id">Tells apart messages of the same millisecond.</param>
internal sealed record DeadMessageCursor(long At, Guid Id)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out DeadMessageCursor? cursor)
    {
        cursor = null;
        if (text.Length > 100 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('/');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            || !Guid.TryParse(parts[1], out var id))
        {
            return false;
        }

        cursor = new DeadMessageCursor(at, id);
        return true;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At}/{Id}")));
}
