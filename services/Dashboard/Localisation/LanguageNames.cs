using System.Globalization;

namespace Moderation.Dashboard.Localisation;

/// <summary>What a language is called in the language of the moderator.</summary>
internal static class LanguageNames
{
    public const string None = "und";

    /// <summary>The tag itself where nobody knows a name for it.</summary>
    public static string Of(string tag)
    {
        if (tag.StartsWith("hi-Latn", StringComparison.OrdinalIgnoreCase))
        {
            return Languages.Current == Languages.Hindi ? "हिंग्लिश" : "Hinglish";
        }

        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            return culture.ThreeLetterISOLanguageName.Length == 3 && culture.LCID != 0x1000 ? Known(culture) : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    // .NET names a culture in the language of the process, not of the thread, unless it is one of these two.
    private static string Known(CultureInfo culture) => (Languages.Current, culture.TwoLetterISOLanguageName) switch
    {
        (Languages.Hindi, Languages.Hindi) => "हिन्दी",
        (Languages.Hindi, Languages.English) => "अंग्रेज़ी",
        _ => culture.EnglishName,
    };
}
