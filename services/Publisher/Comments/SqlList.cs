using System.Globalization;
using System.Numerics;
using Dapper;

namespace Moderation.Publisher.Comments;

/// <summary>A list of texts in a statement; Dapper itself spells it in another way for each database.</summary>
internal static class SqlList
{
    /// <returns>What stands after <c>IN</c>.</returns>
    public static string Of(IReadOnlyList<string> texts, DynamicParameters parameters)
    {
        // Few different lengths, so that the server knows the statement already.
        var names = new string[BitOperations.RoundUpToPowerOf2((uint)texts.Count)];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = string.Create(CultureInfo.InvariantCulture, $"@listed{index}");
            parameters.Add(names[index], texts[Math.Min(index, texts.Count - 1)]);
        }

        return $"({string.Join(", ", names)})";
    }
}
