using Moderation.Hosting.Sites;
using Moderation.Text.Contacts;

namespace Moderation.Publisher;

/// <summary>What stands in place of what is not for the public, in the language of the site.</summary>
/// <param name="Marks">For contact details. Telephone numbers have a mark only where the site hides them.</param>
/// <param name="Name">For a name that was nothing else.</param>
internal sealed record Placeholders(ContactMarks Marks, string Name)
{
    /// <summary>Those of a site; English stands in for a language we have no words of.</summary>
    public static Placeholders For(Site site) => new(ContactPlaceholders.For(site), site.Language.Split('-') switch
    {
        ["hi", "Latn", ..] => "Pathak",
        ["hi", ..] => "पाठक",
        _ => "Reader",
    });

    /// <summary>The text without any of the marks.</summary>
    public string Without(string text) => text
        .Replace(Marks.Email, "", StringComparison.Ordinal)
        .Replace(Marks.Credentials, "", StringComparison.Ordinal)
        .Replace(Marks.Phone ?? Marks.Email, "", StringComparison.Ordinal);
}
