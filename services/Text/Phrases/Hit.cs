namespace Moderation.Text.Phrases;

/// <summary>A pattern found in one reading, in units of the view.</summary>
/// <param name="Pattern">What was found.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="WordFrom">Where the word begins that it begins in.</param>
/// <param name="WordTo">Where the word ends that it ends in.</param>
/// <param name="IsPlain">Whether it is written as listed, case apart.</param>
internal readonly record struct Hit(Pattern Pattern, int From, int To, int WordFrom, int WordTo, bool IsPlain);
