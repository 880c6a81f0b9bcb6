namespace Moderation.Worker.Trials;

/// <summary>How often a rule spoke.</summary>
/// <param name="Live">In so many comments its finding counted.</param>
/// <param name="Shadow">In so many comments it spoke on trial.</param>
/// <param name="WouldChange">So many of these would have had another outcome, had its finding counted.</param>
internal readonly record struct Spoken(long Live, long Shadow, long WouldChange);
