namespace Moderation.Worker.Rules;

/// <summary>Every rule there is, in the order in which findings are listed. Names are stored data: never rename one.</summary>
internal static class All
{
    public static IReadOnlyList<IRule> Rules(RuleFile file, IReadOnlyList<WordEntry> words) =>
    [
        BannedWords.From(file.Rule(nameof(BannedWords)), words),
        TooManyLinks.From(file.Rule(nameof(TooManyLinks))),
        RepeatedText.From(file.Rule(nameof(RepeatedText))),
        PostingTooFast.From(file.Rule(nameof(PostingTooFast))),
        NewAuthorWithLink.From(file.Rule(nameof(NewAuthorWithLink))),
    ];
}
