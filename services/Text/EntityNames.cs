using System.Collections.Frozen;
using System.Text;

namespace Moderation.Text;

/// <summary>The named HTML entities that occur in and around addresses.</summary>
internal static class EntityNames
{
    private const int LongestName = 14;

    private static readonly FrozenDictionary<string, int> _codePoints = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["commat"] = '@',
        ["period"] = '.',
        ["comma"] = ',',
        ["colon"] = ':',
        ["lowbar"] = '_',
        ["UnderBar"] = '_',
        ["plus"] = '+',
        ["equals"] = '=',
        ["hyphen"] = '-',
        ["dash"] = '-',
        ["sol"] = '/',
        ["excl"] = '!',
        ["num"] = '#',
        ["percnt"] = '%',
        ["quest"] = '?',
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["lpar"] = '(',
        ["rpar"] = ')',
        ["lsqb"] = '[',
        ["lbrack"] = '[',
        ["rsqb"] = ']',
        ["rbrack"] = ']',
        ["lcub"] = '{',
        ["lbrace"] = '{',
        ["rcub"] = '}',
        ["rbrace"] = '}',
        ["nbsp"] = ' ',
        ["ensp"] = ' ',
        ["emsp"] = ' ',
        ["thinsp"] = ' ',
        ["Tab"] = '\t',
        ["NewLine"] = '\n',
        ["shy"] = 0xAD,
        ["zwj"] = 0x200D,
        ["zwnj"] = 0x200C,
        ["lrm"] = 0x200E,
        ["rlm"] = 0x200F,
        ["ZeroWidthSpace"] = 0x200B,
        ["NoBreak"] = 0x2060,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _codePoints.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a name and its semicolon; the ampersand has been read.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        var name = text[..Math.Min(text.Length, LongestName + 1)].IndexOf(';');
        length = name + 1;
        var found = _lookup.TryGetValue(name > 0 ? text[..name] : [], out var codePoint);
        rune = found ? new Rune(codePoint) : default;
        return found;
    }
}
