using System.Text;

namespace Moderation.Text;

/// <summary>How single UTF-16 units read by themselves; worked out for 256 at a time, when the first of them is met.</summary>
internal static class OneUnit
{
    private const int BlockLength = 256;

    private static readonly char[]?[] _blocks = new char[]?[(char.MaxValue + 1) / BlockLength];

    /// <summary>The unit normalised (NFKC) and folded; NUL if that is more than one.</summary>
    public static char Read(char unit) => (_blocks[unit / BlockLength] ??= Block(unit / BlockLength))[unit % BlockLength];

    private static char[] Block(int number) => [.. Enumerable.Range(number * BlockLength, BlockLength).Select(unit => ReadSlowly((char)unit))];

    private static char ReadSlowly(char unit)
    {
        if (char.IsSurrogate(unit) || unit == 0xFFFE)
            return '\0';
        var folded = CaseFold.Of(unit.ToString().Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);
        return folded.Length == 1 ? folded[0] : '\0';
    }
}
