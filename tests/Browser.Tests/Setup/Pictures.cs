using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>Screenshots of a page as it is, in every size and colour, for people to look at.</summary>
internal static class Pictures
{
    private static readonly (string Name, int Width, int Height)[] _screens = [("desktop", 1280, 800), ("phone", 320, 720)];
    private static readonly ColorScheme[] _colours = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Takes them, and notes where the page is wider than the screen.</summary>
    /// <param name="page">What to take.</param>
    /// <param name="name">The files' name.</param>
    /// <param name="part">A part of the page, where the whole is long.</param>
    /// <returns>The screens that would have to be scrolled sideways.</returns>
    public static async Task<IReadOnlyList<string>> PicturesAsync(this IPage page, string name, string? part = null)
    {
        var tooNarrow = new List<string>();
        foreach (var (screen, width, height) in _screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var colours in _colours)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours });
                await page.PictureAsync($"{name}-{screen}-{colours}".ToLowerInvariant(), part);
            }
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
            {
                tooNarrow.Add($"{name} on the {screen}");
            }
        }
        return tooNarrow;
    }

    /// <summary>Takes what is on the screen.</summary>
    public static Task ScreenAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = PathOf(name), Animations = ScreenshotAnimations.Disabled });

    private static async Task PictureAsync(this IPage page, string name, string? part)
    {
        if (part is null)
        {
            await page.ScreenshotAsync(new() { Path = PathOf(name), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }
        else
        {
            await page.Locator(part).ScreenshotAsync(new() { Path = PathOf(name), Animations = ScreenshotAnimations.Disabled });
        }
    }

    private static string PathOf(string name) => Path.Combine(Built.Screenshots, $"{name}.png");
}
