using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Moderation.Dashboard.Cases;

/// <summary>The last case of a page, which the next one follows.</summary>
/// <param name="Order">That of the page.</param>
/// <param name="Key">What the page is ordered by: a time in Unix milliseconds, or a score.</param>
/// <param name="Id">Tells apart cases of the same key.</param>
internal sealed record CaseCursor(CaseOrder Order, double Key, Guid Id)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out CaseCursor? cursor)
    {
        cursor = null;
        if (text.Length > 120 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('/');
        if (parts.Length != 3
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            || !Enum.IsDefined((CaseOrder)order)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var key)
            || !double.IsFinite(key)
            || !Guid.TryParse(parts[2], out var id))
        {
            return false;
        }

        cursor = new CaseCursor((CaseOrder)order, key, id);
        return true;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)Order}/{Key:R}/{Id}")));
}
