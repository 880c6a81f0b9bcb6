using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>What a search looks through, in a form in which letter case does not count.</summary>
internal static class SearchText
{
    private const int KeyLength = 64;

    public static string Of(CommentSubmitted comment) => Fold($"{comment.Author.Name}\n{comment.Body}");

    public static string Fold(string text) => Storable(text).ToLowerInvariant();

    /// <summary>PostgreSQL has no place for NUL in a text.</summary>
    public static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Whether it is the key of an author and no name.</summary>
    public static bool IsAuthorKey(string? text) => text is { Length: KeyLength } && text.All(char.IsAsciiHexDigitLower);
}
