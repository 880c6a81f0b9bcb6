using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What is learned, looked at and changed by an admin; the test is the learner.</summary>
[Collection(OneBrowser.Name)]
public sealed class LearningPageTests(Chromium chromium, DeskWithReports desk) : IClassFixture<DeskWithReports>, IAsyncLifetime
{
    // For these two axe would load stylesheets once more, into styles that our policy forbids.
    private static readonly AxeRunOptions _axe = new()
    {
        Rules = new() { ["css-orientation-lock"] = new() { Enabled = false }, ["no-autoplay-audio"] = new() { Enabled = false } },
    };

    private readonly List<Person> _people = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.Context.CloseAsync();
        }

        Assert.Empty(_people.SelectMany(person => person.Faults));
    }

    [Fact]
    public async Task An_admin_goes_back_to_a_version_by_the_keyboard_and_the_page_follows_the_learner()
    {
        await desk.LeaveAsync(Report(17));
        var page = await AdminAsync();
        var goBack = page.Locator("[data-version='12']").GetByRole(AriaRole.Button);
        await Expect(page.Locator("[data-version='17'] .badge")).ToHaveTextAsync("in force");
        await Expect(page.Locator("[data-version='17']").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await Expect(goBack).ToBeEnabledAsync();
        await goBack.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Go back to version 12?");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(goBack).ToBeFocusedAsync();
        await Expect(AskedFor(page, "go back")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go back", Exact = true }).ClickAsync();

        await Expect(AskedFor(page, "go back")).ToContainTextAsync("admin asked to go back to version 12.");
        await desk.LeaveAsync(Report(18, "went-back"));
        await Expect(page.Locator(".success[role=status]")).ToHaveTextAsync("Done: what is learned is again as in version 12.");
        await Expect(AskedFor(page, "go back")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-version='18']")).ToContainTextAsync("went back");
    }

    [Fact]
    public async Task A_moderator_who_decides_otherwise_is_left_out_and_another_admin_sees_it_coming()
    {
        await desk.LeaveAsync(Report(17));
        var (page, other) = (await AdminAsync(), await AdminAsync());
        var vikram = page.Locator("[data-moderator=vikram]");
        await Expect(vikram).ToContainTextAsync("The model told only 31.0% of 300 decisions beforehand");

        await vikram.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Leave out" }).ClickAsync();

        await Expect(AskedFor(other, "admin asked to leave vikram out.")).ToBeVisibleAsync();
        await desk.LeaveAsync(Report(18, "left-out", isVikramOut: true));
        await Expect(page.Locator(".success[role=status]")).ToHaveTextAsync("Done: what vikram taught is unlearned.");
        await Expect(other.Locator("[data-moderator=vikram]").GetByRole(AriaRole.Button)).ToContainTextAsync("Take in again");
    }

    [Fact]
    public async Task What_was_last_known_stays_while_Redis_is_down_and_the_page_recovers_by_itself()
    {
        await desk.LeaveAsync(Report(17));
        var page = await AdminAsync();
        await Expect(page.Locator("[data-head=abuse] .badge")).ToHaveTextAsync("counts");

        await desk.Redis.StopAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Redis does not answer");
        await Expect(page.Locator("[data-head=abuse] .badge")).ToHaveTextAsync("counts");

        await desk.Redis.StartAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_fits_every_screen_in_both_languages_and_everybody_can_use_it()
    {
        var faults = new List<string>();
        foreach (var (language, locale) in new[] { ("en", "en-GB"), ("hi", "hi-IN") })
        {
            await desk.LeaveAsync(Report(17));
            var page = await AdminAsync(locale);
            await page.Locator("[data-head=abuse] summary").ClickAsync();
            await Expect(page.Locator("[data-head=abuse] details tbody tr").First).ToBeVisibleAsync();
            await TakeAsync(page, $"learning-{language}");

            await page.Locator("[data-moderator=vikram] button").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await page.ScreenAsync($"learning-confirm-{language}");
            await AccessibleAsync(page, $"learning-confirm-{language}");
            await page.Keyboard.PressAsync("Escape");

            await page.Locator("select.short").SelectOptionAsync("empty");
            await Expect(page.Locator(".empty")).ToBeVisibleAsync();
            await page.ScreenAsync($"learning-empty-{language}");
            await AccessibleAsync(page, $"learning-empty-{language}");
        }

        Assert.Empty(faults);

        async Task TakeAsync(IPage page, string name)
        {
            faults.AddRange(await page.PicturesAsync(name));
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours });
                await AccessibleAsync(page, $"{name}, {colours}");
            }
        }

        async Task AccessibleAsync(IPage page, string name)
        {
            var found = await page.RunAxe(_axe);
            faults.AddRange(found.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{name}: {fault.Help}: {node.Html}")));
        }
    }

    [Fact]
    public async Task What_was_learned_can_be_told_from_the_start_without_colours()
    {
        await desk.LeaveAsync(Report(17));
        var page = await AdminAsync(forced: ForcedColors.Active);
        await Expect(page.Locator(".course polyline.now").First).ToBeAttachedAsync();
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.ScreenAsync($"forced-learning-{colours}".ToLowerInvariant());
        }

        Assert.Equal(await StyleAsync("body", "color"), await StyleAsync(".course polyline.now", "stroke"));
        Assert.Equal("none", await StyleAsync(".course polyline.now", "stroke-dasharray"));
        Assert.NotEqual("none", await StyleAsync(".course polyline.start", "stroke-dasharray"));
        Assert.Equal("solid", await StyleAsync(".legend .now", "border-top-style", "::before"));
        Assert.Equal("dotted", await StyleAsync(".legend .start", "border-top-style", "::before"));

        Task<string> StyleAsync(string of, string property, string? part = null) =>
            page.Locator(of).First.EvaluateAsync<string>("(element, [property, part]) => getComputedStyle(element, part)[property]", new[] { property, part });
    }

    // Other tests ask for other things.
    private static ILocator AskedFor(IPage page, string words) => page.Locator(".trouble[role=status]").Filter(new() { HasText = words });

    private async Task<IPage> AdminAsync(string locale = "en-GB", ForcedColors? forced = null)
    {
        var admin = await Person.SitDownAsync(chromium.Browser, desk.Address, new() { Locale = locale, TimezoneId = "Asia/Kolkata", ReducedMotion = ReducedMotion.Reduce, ForcedColors = forced });
        _people.Add(admin);
        await admin.Page.GotoAsync("/dashboard/learning");
        await admin.Page.SignInAsync();
        await Expect(admin.Page.Locator("select.short")).ToBeEnabledAsync();
        return admin.Page;
    }

    // Abuse counts and has a course; spam does not count yet.
    private static object Report(long version, string cause = "learned", bool isVikramOut = false)
    {
        var now = DateTimeOffset.UtcNow;
        var course = Enumerable.Range(1, 40).Select(step => new { lessons = 20 * step, accuracy = .97 - (.4 / step) + (step % 3 * .01), ofBaseline = .78 + (step % 5 * .015) });
        return new
        {
            version,
            baseline = "b-1",
            at = now,
            heads = new object[]
            {
                new { head = "abuse", fine = 620, refused = 214, needed = 50, counts = true, predictions = Told(500, .932, .88, .811), ofBaseline = Told(500, .79, .6, .44), course },
                new { head = "spam", fine = 38, refused = 12, needed = 50, counts = false, predictions = Told(50, .9, null, .25), ofBaseline = Told(50, .86, null, 0), course = course.Take(1) },
            },
            versions = new object[]
            {
                Version(version, now, 834, cause, cause == "learned" ? null : "admin"),
                Version(12, now.AddMinutes(-50), 700, "left-out", "admin"),
                Version(9, now.AddHours(-7), 540, "unlearned", null),
                Version(4, now.AddDays(-1), 320, "learned", null),
            },
            moderators = new object[]
            {
                new { name = "asha.verma", lessons = 500, refused = 90, share = .62, agreement = (double?).954, isLeftOut = false },
                new { name = "vikram", lessons = 300, refused = 280, share = isVikramOut ? 0 : .31, agreement = (double?).31, isLeftOut = isVikramOut },
                new { name = "देवेंद्र", lessons = 34, refused = 8, share = 0d, agreement = (double?)null, isLeftOut = true },
            },
        };

        static object Told(int decisions, double accuracy, double? precision, double? recall) => new { decisions, accuracy, precision, recall };

        static object Version(long version, DateTimeOffset at, int lessons, string cause, string? by) =>
            new { version, at, lessons, cause, by, abuseAccuracy = .93, spamAccuracy = version < 9 ? (double?)null : .9 };
    }
}
