namespace Moderation.Dashboard.Queue;

/// <summary>The last thing that was said to the moderator.</summary>
/// <param name="Number">Counts them, so that the same words are said again.</param>
/// <param name="Words">What was said.</param>
/// <param name="Until">When it goes.</param>
/// <param name="CanUndo">Whether it is about something that can be taken back unheard until then.</param>
/// <param name="IsGrave">Whether something did not work.</param>
public sealed record Toast(int Number, string Words, DateTimeOffset Until, bool CanUndo = false, bool IsGrave = false);
