using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>What a search looks through, in a form in which letter case does not count.</summary>
internal static class SearchText
{
    public static string Of(CommentSubmitted comment) => Fold($"{comment.Author.Name}\n{comment.Body}");

    /// <summary>A LIKE pattern, with <c>!</c> as its escape character, for texts that contain the phrase.</summary>
    public static string Pattern(string phrase) =>
        $"%{Fold(phrase).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    /// <summary>PostgreSQL has no place for NUL in a text.</summary>
    public static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static string Fold(string text) => Storable(text).ToLowerInvariant();
}
