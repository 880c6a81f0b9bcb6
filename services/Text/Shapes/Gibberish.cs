namespace Moderation.Text.Shapes;

/// <summary>Tells typing at random from words.</summary>
public static class Gibberish
{
    /// <summary>How little the text is like words, 0 to 1.</summary>
    public static double Score(TextView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        int letters = 0, odd = 0, run = 0;
        foreach (var unit in view.Text)
        {
            if (!char.IsLetter(unit))
                continue;
            letters++;
            run = unit is (>= 'a' and <= 'z') and not ('a' or 'e' or 'i' or 'o' or 'u' or 'y') ? run + 1 : 0;
            odd += run >= 4 ? 1 : 0;
        }
        return letters == 0 ? 0 : Math.Min(1, 3.0 * odd / letters);
    }
}
