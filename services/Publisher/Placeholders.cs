using Moderation.Hosting.Sites;
using Moderation.Text.Contacts;

namespace Moderation.Publisher;

/// <summary>What stands in place of what is not for the public, in the language of the site.</summary>
/// <param name="Marks">For contact details. Telephone numbers have a mark only where the site hides them.</param>
/// <param name="Name">For a name that was nothing else.</param>
internal sealed record Placeholders(ContactMarks Marks, string Name)
{
    private static readonly Placeholders _hindi = Of("[ईमेल हटाया गया]", "[लॉगिन हटाया गया]", "[फ़ोन नंबर हटाया गया]", "पाठक");
    private static readonly Placeholders _hinglish = Of("[email hataya gaya]", "[login hataya gaya]", "[phone number hataya gaya]", "Pathak");
    private static readonly Placeholders _english = Of("[email removed]", "[login removed]", "[phone number removed]", "Reader");

    /// <summary>Those of a site; English stands in for a language we have no words of.</summary>
    public static Placeholders For(Site site)
    {
        var all = site.Language.Split('-') switch
        {
            ["hi", "Latn", ..] => _hinglish,
            ["hi", ..] => _hindi,
            _ => _english,
        };
        return site.HidePhoneNumbers ? all : all with { Marks = all.Marks with { Phone = null } };
    }

    /// <summary>The text without any of the marks.</summary>
    public string Without(string text) => text
        .Replace(Marks.Email, "", StringComparison.Ordinal)
        .Replace(Marks.Credentials, "", StringComparison.Ordinal)
        .Replace(Marks.Phone ?? Marks.Email, "", StringComparison.Ordinal);

    private static Placeholders Of(string email, string credentials, string phone, string name) =>
        new(new ContactMarks { Email = email, Credentials = credentials, Phone = phone }, name);
}
