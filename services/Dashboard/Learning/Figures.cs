using System.Globalization;

namespace Moderation.Dashboard.Learning;

/// <summary>Figures as the moderator's language writes them.</summary>
internal static class Figures
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <param name="share">0 to 1; null when there is nothing that it would be a share of.</param>
    public static string Share(double? share) => share is { } known ? known.ToString("P1", CultureInfo.CurrentCulture) : "–";
}
