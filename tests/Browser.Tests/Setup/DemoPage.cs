using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>What readers do on the demo page.</summary>
internal static class DemoPage
{
    // Milliseconds that a person takes for a comment.
    private const long Typing = 40_000;

    public static ILocator Comments(this IPage page) => page.Locator("#thread article.comment:not(.waiting)");

    /// <summary>The reader's own comment while only the reader sees it.</summary>
    public static ILocator Waiting(this IPage page) => page.Locator("#thread article.waiting");

    public static ILocator Status(this IPage page) => page.Locator("#status");

    public static ILocator Field(this IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label });

    /// <summary>What the browser made of the widget, in HTML.</summary>
    public static Task<string> SourceAsync(this IPage page) => page.EvaluateAsync<string>("document.querySelector('reader-comments').shadowRoot.innerHTML");

    /// <summary>Types a comment into the form, with the time that takes by the page's clock, and sends it.</summary>
    public static async Task WriteAsync(this IPage page, string name, string text, string email = "", string website = "")
    {
        await page.FillInAsync(name, text, email, website);
        await page.Clock.FastForwardAsync(Typing);
        await page.SendAsync();
    }

    public static async Task FillInAsync(this IPage page, string name, string text, string email = "", string website = "")
    {
        await page.Field("नाम").FillAsync(name);
        await page.Field("ईमेल").FillAsync(email);
        await page.Field("वेबसाइट").FillAsync(website);
        await page.Field("टिप्पणी").FillAsync(text);
    }

    public static Task SendAsync(this IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "टिप्पणी भेजें" }).ClickAsync();

    /// <summary>Loads the page again, and keeps it from learning what became of a comment until the result is set.</summary>
    public static async Task<TaskCompletionSource> HoldStatusBackAsync(this IPage page)
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var address in new[] { "**/v1/comments/*", "**/stream?*" })
        {
            await page.RouteAsync(address, async route =>
            {
                await released.Task;
                await route.ContinueAsync();
            });
        }

        await page.ReloadAsync();
        return released;
    }
}
