using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>What readers do with the widget on the newspaper's pages, in English.</summary>
internal static class Widget
{
    // Milliseconds that a person takes for a comment.
    private const long Typing = 40_000;

    public static ILocator Title(this IPage page) => page.Locator("#title");

    public static ILocator Text(this IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Comment" });

    public static ILocator CommentOf(this IPage page, string author) =>
        page.Comments().Filter(new() { Has = page.Locator(".comment-author").GetByText(author, new() { Exact = true }) });

    public static ILocator Pill(this IPage page) => page.Locator(".pill");

    /// <summary>Fills in the form, with the time that takes by the page's clock, and sends it.</summary>
    public static async Task SayAsync(this IPage page, string name, string text)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await page.Text().FillAsync(text);
        await page.Clock.FastForwardAsync(Typing);
        await page.PostAsync();
    }

    public static Task PostAsync(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Post comment" }).ClickAsync();

    public static Task AnswerAsync(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = $"Reply to {name}" }).ClickAsync();

    /// <summary>A mark that a reload would take away.</summary>
    public static Task MarkAsync(this IPage page) => page.EvaluateAsync("window.isTheSamePage = true");

    public static Task<bool> IsTheSameAsync(this IPage page) => page.EvaluateAsync<bool>("window.isTheSamePage === true");
}
