using System.Net;
using System.Text.RegularExpressions;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>What somebody wrote, without what only tells that it was a tweet and who prepared it: a model would learn that.</summary>
internal static partial class TweetText
{
    public static string Clean(string tweet)
    {
        var text = WebUtility.HtmlDecode(tweet);
        text = Retweet().Replace(text, " ");
        text = Handle().Replace(text, " ");
        text = ShortLink().Replace(text, " ");
        text = BeforePunctuation().Replace(text, "");
        text = InsideWord().Replace(text, "’");
        text = Blanks().Replace(text, " ");
        return text.Trim(' ', '"', '“', '”', ':');
    }

    // "!!!!! RT @name:".
    [GeneratedRegex(@"!*\s*\bRT\b(?=\s*@)")]
    private static partial Regex Retweet();

    // Also "@ name" and "@first _ last" of data that was split into words, and what the authors of others put in its place.
    [GeneratedRegex(@"<handle replaced>|@\s?\w+(?:\s_(?:\s\w+)?)*:?")]
    private static partial Regex Handle();

    // Also "https // t . co / x" and what was cut off.
    [GeneratedRegex(@"https?\s*:?\s*/\s*/\s*t\s*\.\s*co\s*(?:/\s*\w*)?|\bhttps?\s*…")]
    private static partial Regex ShortLink();

    [GeneratedRegex(@"(?<=\w) (?=[.,!?;:)…])")]
    private static partial Regex BeforePunctuation();

    [GeneratedRegex(@"(?<=\w) ['’] (?=\w)")]
    private static partial Regex InsideWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
