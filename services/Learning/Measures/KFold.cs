using System.Security.Cryptography;
using System.Text;
using Moderation.Text;

namespace Moderation.Learning.Measures;

/// <summary>
/// Divides texts into parts to learn from the others and be measured on: the same each time, in each part about as much of every kind, and a
/// text that comes several times in one part only.
/// </summary>
public static class KFold
{
    /// <param name="rows">What is divided.</param>
    /// <param name="text">The text of a row; those that are read as the same are one.</param>
    /// <param name="kind">What a row is: of each kind the parts have about as many.</param>
    /// <param name="folds">How many parts, 2 or more.</param>
    /// <returns>The part of each row, from 0.</returns>
    public static int[] Of<T>(IReadOnlyList<T> rows, Func<T, string> text, Func<T, object> kind, int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);

        var parts = new int[rows.Count];
        var hashes = rows.Select(row => HashOf(text(row))).ToList();
        var alike = Enumerable.Range(0, rows.Count).GroupBy(row => hashes[row], StringComparer.Ordinal).Select(group => group.Order().ToList());
        foreach (var stratum in alike.GroupBy(group => kind(rows[group[0]])))
        {
            // By hash: as good as shuffled, and whatever is added later moves nothing else about. The most frequent first, while there is room.
            var sizes = new int[folds];
            foreach (var group in stratum.OrderByDescending(group => group.Count).ThenBy(group => hashes[group[0]], StringComparer.Ordinal))
            {
                var part = Array.IndexOf(sizes, sizes.Min());
                sizes[part] += group.Count;
                group.ForEach(row => parts[row] = part);
            }
        }

        return parts;
    }

    /// <summary>A hash of what is read: case, invisible signs and the length of blanks make no difference.</summary>
    private static string HashOf(string text)
    {
        var words = TextView.Decoded(text).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))));
    }
}
