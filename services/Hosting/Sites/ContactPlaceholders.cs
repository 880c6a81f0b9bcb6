using Moderation.Text.Contacts;

namespace Moderation.Hosting.Sites;

/// <summary>What stands in a published text in place of contact details, in the language of the site.</summary>
public static class ContactPlaceholders
{
    private static readonly ContactMarks _hindi = Of("[ईमेल हटाया गया]", "[लॉगिन हटाया गया]", "[फ़ोन नंबर हटाया गया]");
    private static readonly ContactMarks _hinglish = Of("[email hataya gaya]", "[login hataya gaya]", "[phone number hataya gaya]");
    private static readonly ContactMarks _english = Of("[email removed]", "[login removed]", "[phone number removed]");

    /// <summary>Those of a site, with one for telephone numbers only where the site hides them; English stands in for a language we have no words of.</summary>
    public static ContactMarks For(Site site)
    {
        var all = site.Language.Split('-') switch
        {
            ["hi", "Latn", ..] => _hinglish,
            ["hi", ..] => _hindi,
            _ => _english,
        };
        return site.HidePhoneNumbers ? all : all with { Phone = null };
    }

    private static ContactMarks Of(string email, string credentials, string phone) => new() { Email = email, Credentials = credentials, Phone = phone };
}
