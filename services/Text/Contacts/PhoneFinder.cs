namespace Moderation.Text.Contacts;

/// <summary>
/// Finds telephone numbers among the digits of a view. Which numbers are in use is not asked (that would be libphonenumber, at
/// many times the cost): a moderator wants to know that a number was given.
/// </summary>
internal static class PhoneFinder
{
    // What E.164 allows, and the 00 that dials abroad.
    private const int MostDigits = 15;
    // A letter or two may stand for digits before each: 9oo8oo7oo6.
    private const int FewestDigits = 4;

    /// <summary>Adds the numbers of the view, in order.</summary>
    public static void Find(ReadOnlySpan<char> text, ref List<ViewSpan>? phones)
    {
        if (!Digits.HasAtLeast(FewestDigits, text))
            return;
        var read = DigitGroups.Of(text);
        var groups = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(read.Groups);
        for (var first = 0; first < groups.Length;)
        {
            var count = CountAt(text, read.Digits, groups[first..], out var start);
            if (count == 0)
            {
                first++;
                continue;
            }
            (phones ??= []).Add(new ViewSpan(start, groups[first + count - 1].End));
            first += count;
        }
    }

    /// <summary>How many groups from the first on are a number; the most that are.</summary>
    private static int CountAt(ReadOnlySpan<char> text, string digits, ReadOnlySpan<DigitGroup> groups, out int start)
    {
        start = PhoneContext.StartOf(text, groups[0].Start, out var hasPlus);
        var (total, longest, isOdd, areSingle) = (0, 0, false, true);
        for (var count = 1; count <= groups.Length; count++)
        {
            var group = groups[count - 1];
            total += group.Count;
            areSingle &= group.Count == 1;
            if (total > MostDigits || (isOdd && !areSingle))
                break;
            if (total >= PhoneShape.FewestDigits)
            {
                var number = digits.AsSpan(groups[0].At, total);
                if (PhoneShape.Is(number, groups[..count], hasPlus) && PhoneContext.Allows(text, start, groups[..count], hasPlus))
                    longest = count;
            }
            if (group.After == Gap.Break)
                break;
            isOdd |= group.After == Gap.Odd;
        }
        return longest;
    }
}
