using System.Diagnostics;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>A hundred comments cleared with nothing but keys.</summary>
public sealed class DeskSpeedTests(Chromium chromium, Standalone standalone, ITestOutputHelper output) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    // Each comment says something else, or it would be a copy.
    private static readonly string[] _words =
    [
        "pump", "road", "river", "monsoon", "bridge", "school", "market", "tank", "ferry", "lamp", "council", "budget", "tree", "field", "well", "clinic",
        "teacher", "driver", "farmer", "mayor", "engineer", "promised", "repaired", "flooded", "counted", "closed", "opened", "waited", "measured", "forgot",
        "yesterday", "again", "slowly", "twice", "never", "always", "together", "somewhere", "quietly", "early", "under", "behind", "near", "beyond", "without",
    ];

    private const int Comments = 100;
    private const double MostKeysEach = 1.2;
    private static readonly TimeSpan _most = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_hundred_comments_are_cleared_by_keyboard_alone()
    {
        var ids = new List<Guid>();
        var random = new Random(5);
        for (var index = 0; index < Comments; index++)
        {
            ids.Add(await Standalone.HeldAsync($"Reader {index}", string.Join(' ', random.GetItems(_words, 14))));
        }

        var moderator = await SomebodyAsync();
        var page = moderator.Page;
        await page.GotoAsync("/dashboard");
        await page.SignInAsync();
        await Expect(page.Cards().First).ToBeFocusedAsync();
        await Expect(page.Cards().First.Locator("[data-action=approve]")).ToBeEnabledAsync();

        var clock = Stopwatch.StartNew();
        var keys = 0;
        for (; await FocusedAsync(page); keys++)
        {
            await page.Keyboard.PressAsync((keys % 3) switch { 0 => "a", 1 => "r", _ => "s" });
        }

        await Expect(page.Cards()).ToHaveCountAsync(0);
        await Expect(page.GetByText("Nothing is waiting.")).ToBeVisibleAsync();
        clock.Stop();
        output.WriteLine($"{Comments} comments in {clock.Elapsed.TotalSeconds:0.0} s with {keys} keys, {(double)keys / Comments:0.00} a comment");
        Assert.InRange(keys, Comments, Comments * MostKeysEach);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, _most);
        foreach (var (index, id) in ids.Index())
        {
            await Standalone.StateAsync(id, index % 3 == 0 ? "approved" : "rejected");
        }
    }

    // The desk gives the focus on by itself; nothing else is done here but to look where it is.
    private static async Task<bool> FocusedAsync(IPage page) =>
        await page.EvaluateAsync<bool>("""
            () => new Promise(resolve => {
              const end = performance.now() + 5000;
              const look = () => document.activeElement?.matches("article.card:not([data-going])") ? resolve(true)
                : document.querySelector(".empty") || performance.now() > end ? resolve(false)
                : setTimeout(look, 10);
              look();
            })
            """);
}
