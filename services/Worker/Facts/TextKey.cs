using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Moderation.Text;

namespace Moderation.Worker.Facts;

/// <summary>Stands for a text in Redis: the same for every spelling that a reader would take for the same text.</summary>
internal static class TextKey
{
    /// <param name="text">The cleaned text.</param>
    /// <param name="shortest">Texts of fewer characters, as a person counts them, have no key.</param>
    public static string? Of(TextView text, int shortest)
    {
        var words = string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var characters = 0;
        for (var at = 0; at < words.Length && characters < shortest; characters++)
        {
            at += StringInfo.GetNextTextElementLength(words.AsSpan(at));
        }

        return characters < shortest ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16));
    }
}
