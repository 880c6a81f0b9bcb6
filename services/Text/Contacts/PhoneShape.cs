using System.Collections.Frozen;

namespace Moderation.Text.Contacts;

/// <summary>Which digits, grouped how, are a telephone number: Indian ones as India's numbering plan has them, others by +code.</summary>
internal static class PhoneShape
{
    /// <summary>The fewest digits of a number.</summary>
    public const int FewestDigits = 10;

    private const int LongestIndianPrefix = 4;

    // The codes of the ITU's E.164 that have two digits or fewer, and those of three from where Indians call home.
    private static readonly FrozenSet<string> _countryCodes = ("1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 "
        + "63 64 65 66 81 82 84 86 90 92 93 94 95 98 211 212 213 216 218 220 221 223 225 226 227 228 229 230 231 233 234 237 249 251 254 255 256 "
        + "260 263 351 352 353 354 355 357 358 359 370 371 372 373 374 375 376 377 380 381 385 386 420 421 670 673 852 853 855 856 880 886 960 961 "
        + "962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 992 993 994 995 996 998").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _codes = _countryCodes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Is(ReadOnlySpan<char> number, ReadOnlySpan<DigitGroup> groups, bool hasPlus) =>
        IsOne(number, groups, hasPlus) && !AreRound(groups, number);

    private static bool IsOne(ReadOnlySpan<char> number, ReadOnlySpan<DigitGroup> groups, bool hasPlus)
    {
        if (hasPlus && !number.StartsWith('0') && !number.StartsWith("91", StringComparison.Ordinal))
            return IsForeign(number);
        var prefix = PrefixOf(number, hasPlus);
        if (prefix < 0)
            return IsLandline(number, groups) || IsTollFree(number, groups);
        var national = number[prefix..];
        if (national.ContainsAnyExcept(national[0]) && national[0] >= '6')
            return hasPlus || AreLikely(groups, prefix);
        return hasPlus && national[0] is >= '1' and <= '5';
    }

    /// <summary>How many digits stand before the ten of an Indian number; less than 0 if it is none.</summary>
    private static int PrefixOf(ReadOnlySpan<char> number, bool hasPlus) => (number.Length - FewestDigits) switch
    {
        0 when !hasPlus && number[0] >= '6' => 0,
        1 when number[0] == '0' && number[1] >= '6' => 1,
        2 when number.StartsWith("91", StringComparison.Ordinal) && (hasPlus || number[2] >= '6') => 2,
        3 when number.StartsWith("091", StringComparison.Ordinal) && number[3] >= '6' => 3,
        3 when number.StartsWith("910", StringComparison.Ordinal) && number[3] >= '6' => 3,
        LongestIndianPrefix when number.StartsWith("0091", StringComparison.Ordinal) && number[4] >= '6' => LongestIndianPrefix,
        _ => -1,
    };

    /// <summary>Whether people group ten digits so. Sums and ranges fall into groups too, but into others.</summary>
    private static bool AreLikely(ReadOnlySpan<DigitGroup> groups, int prefix)
    {
        while (!groups.IsEmpty && prefix >= groups[0].Count)
        {
            prefix -= groups[0].Count;
            groups = groups[1..];
        }
        Span<int> counts = stackalloc int[groups.Length];
        for (var group = 0; group < groups.Length; group++)
            counts[group] = groups[group].Count;
        counts[0] -= prefix;

        if (counts.Length == 1 || !counts.ContainsAnyExcept(1))
            return true;
        var hasOne = counts.Contains(1);
        return counts.Length switch
        {
            2 => !hasOne && (counts[0] <= 5 || groups[0].After == Gap.Hyphen),
            3 => counts[2] > 2 && !hasOne,
            // Four with dots are an address of the Internet.
            4 when groups[0].After == Gap.Dot => false,
            _ => AreEvenlySpaced(groups) && !(hasOne && counts.ContainsAnyExceptInRange(1, 2)),
        };
    }

    private static bool AreEvenlySpaced(ReadOnlySpan<DigitGroup> groups)
    {
        foreach (var group in groups[..^1])
        {
            if (group.After != groups[0].After)
                return false;
        }
        return true;
    }

    /// <summary>Whether these are round sums: 8000-100000.</summary>
    private static bool AreRound(ReadOnlySpan<DigitGroup> groups, ReadOnlySpan<char> number)
    {
        foreach (var group in groups)
        {
            var digits = number.Slice(group.At - groups[0].At, group.Count);
            if (digits.Length < 4 || !digits.EndsWith("00", StringComparison.Ordinal))
                return number.EndsWith("000000", StringComparison.Ordinal);
        }
        return true;
    }

    /// <summary>Whether this is a code of two to four digits behind a zero, and the rest apart from it: 011-23456789.</summary>
    private static bool IsLandline(ReadOnlySpan<char> number, ReadOnlySpan<DigitGroup> groups) =>
        number.Length == FewestDigits + 1 && number[0] == '0' && number[1] is >= '1' and <= '8'
        && groups.Length is >= 2 and <= 4 && groups[0].Count is >= 3 and <= 5 && number[groups[0].Count] is >= '2' and <= '8'
        && groups[^1].Count > 2;

    private static bool IsTollFree(ReadOnlySpan<char> number, ReadOnlySpan<DigitGroup> groups) =>
        groups.Length >= 2 && groups[0].Count == 4 && number.Length <= FewestDigits + 1
        && (number.StartsWith("1800", StringComparison.Ordinal) || number.StartsWith("1860", StringComparison.Ordinal))
        && (groups[0].After == Gap.Hyphen || number.Length == FewestDigits + 1);

    private static bool IsForeign(ReadOnlySpan<char> number)
    {
        for (var length = 1; length <= 3; length++)
        {
            if (_codes.Contains(number[..length]))
                return number[0] != '1' || number.Length == FewestDigits + 1;
        }
        return false;
    }
}
