namespace Moderation.Publisher;

/// <summary>What stands in place of what is not for the public, in the language of the site.</summary>
/// <param name="Email">For an email address.</param>
/// <param name="Name">For a name that was only an email.</param>
internal sealed record Placeholders(string Email, string Name)
{
    private static readonly Placeholders _hindi = new("[ईमेल हटाया गया]", "पाठक");
    private static readonly Placeholders _hinglish = new("[email hataya gaya]", "Pathak");
    private static readonly Placeholders _english = new("[email removed]", "Reader");

    /// <param name="language">A BCP 47 tag; English stands in for what we have no words of.</param>
    public static Placeholders In(string language) => language.Split('-') switch
    {
        ["hi", "Latn", ..] => _hinglish,
        ["hi", ..] => _hindi,
        _ => _english,
    };
}
