using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>An admin and a moderator with an account of their own, at the desk at the same time.</summary>
public sealed class DeskAccountsTests(Chromium chromium, StandaloneWithTwoSites standalone) : BrowserTest(chromium, standalone), IClassFixture<StandaloneWithTwoSites>
{
    [Fact]
    public async Task Each_sees_by_name_what_the_other_is_on_until_that_ends()
    {
        foreach (var name in new[] { "Above", "Moved on from", "Closed", "Crashed", "Cut off" })
        {
            await Standalone.HeldAsync(name);
        }

        var admins = await SomebodyAsync();
        admins.ExpectLostConnection();
        var (cut, line) = (admins.Page, new Line());
        await line.PutInAsync(cut);
        await cut.GotoAsync("/dashboard");
        await cut.SignInAsync();
        await Expect(cut.Cards().First).ToBeFocusedAsync();
        await cut.CardOf("Cut off").FocusAsync();
        var admin = await DeskAsync(admins);
        var person = await AccountAsync(admins, "second.desk");
        var moderator = person.Page;

        await ExpectOnAsync(moderator, "Above", "admin");
        await moderator.CardOf("Moved on from").FocusAsync();
        await ExpectOnAsync(admin, "Moved on from", "second.desk");
        await moderator.CardOf("Above").FocusAsync();
        await Expect(On(admin, "Moved on from")).ToHaveCountAsync(0);
        await Expect(On(admin, "Above")).ToHaveCountAsync(0);
        var closed = await DeskAsync(person);
        await closed.CardOf("Closed").FocusAsync();
        await ExpectOnAsync(admin, "Closed", "second.desk");
        await closed.CloseAsync();
        await Expect(On(admin, "Closed")).ToHaveCountAsync(0);
        var crashed = await DeskAsync(person);
        await crashed.CardOf("Crashed").FocusAsync();
        await ExpectOnAsync(admin, "Crashed", "second.desk");
        await CrashAsync(crashed);
        await Expect(On(admin, "Crashed")).ToHaveCountAsync(0);

        await ExpectOnAsync(moderator, "Cut off", "admin");
        await line.CutAsync();
        await Expect(On(moderator, "Cut off")).ToHaveCountAsync(0);
        line.IsWhole = true;
        await ExpectOnAsync(moderator, "Cut off", "admin");
    }

    [Fact]
    public async Task Who_comes_second_is_told_by_name_what_was_decided_and_changes_nothing()
    {
        var ids = new List<Guid>();
        foreach (var name in new[] { "Wanted first", "Wanted next", "Wanted at once", "Not wanted" })
        {
            ids.Add(await Standalone.HeldAsync(name));
        }

        var admins = await ModeratorAsync();
        var (admin, moderator) = (admins.Page, (await AccountAsync(admins, "second.thought")).Page);

        await PressOnAsync(moderator, "Wanted first", "a");
        await Expect(Notice(admin, "Wanted first")).ToHaveTextAsync("Already approved by second.thought.");
        await PressOnAsync(admin, "Wanted first", "r");
        await PressOnAsync(admin, "Wanted next", "s");
        await Expect(Notice(moderator, "Wanted next")).ToHaveTextAsync("Already rejected by admin.");
        await PressOnAsync(moderator, "Wanted next", "a");
        await admin.CardOf("Wanted at once").FocusAsync();
        await moderator.CardOf("Wanted at once").FocusAsync();
        await Task.WhenAll(admin.Keyboard.PressAsync("r"), moderator.Keyboard.PressAsync("a"));
        await Expect(Notice(admin, "Wanted at once").Or(admin.Toast().GetByText("Wanted at once")).First).ToBeVisibleAsync();
        var isApproved = await Notice(admin, "Wanted at once").CountAsync() == 1;
        await Expect(Notice(isApproved ? admin : moderator, "Wanted at once")).ToHaveTextAsync(isApproved ? "Already approved by second.thought." : "Already rejected by admin.");

        await AuditedAsync(admin, ids[0], "second.thought Approved");
        await AuditedAsync(admin, ids[1], "admin Marked as spam");
        await AuditedAsync(admin, ids[2], isApproved ? "second.thought Approved" : "admin Rejected");
        await admin.GotoAsync("/dashboard/audit");
        foreach (var name in new[] { "second.thought", "admin" })
        {
            await Expect(admin.Locator("tbody tr").Filter(new() { Has = admin.GetByRole(AriaRole.Cell, new() { Name = name, Exact = true }) }).First).ToBeVisibleAsync();
        }

        await moderator.GotoAsync("/dashboard?state=approved");
        await Expect(moderator.CardOf("Wanted first").Locator(".history li").Last).ToContainTextAsync("Approved by second.thought");
        await Expect(moderator.CardOf("Wanted first").Locator(".history li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Who_has_one_site_meets_no_card_count_or_lease_of_another()
    {
        var foreign = await Standalone.HeldAsync("Foreign author");
        await Standalone.HeldAsync("Foreign author too");
        await standalone.HeldOnOtherSiteAsync("Own author");
        var admins = await ModeratorAsync();
        var (admin, moderator) = (admins.Page, (await AccountAsync(admins, "evening.desk", StandaloneWithTwoSites.OtherSite)).Page);
        var heard = Heard(moderator);
        await moderator.ReloadAsync();
        await Expect(moderator.CardOf("Own author")).ToBeFocusedAsync();

        await admin.CardOf("Foreign author too").FocusAsync();
        await Expect(On(await DeskAsync(admins), "Foreign author too")).ToBeVisibleAsync();
        await PressOnAsync(admin, "Foreign author too", "r");
        await Standalone.HeldAsync("Foreign author again");
        await standalone.HeldOnOtherSiteAsync("Own author again");
        await Expect(moderator.GetByRole(AriaRole.Button, new() { Name = "1 new" })).ToBeVisibleAsync();
        await Expect(moderator).ToHaveTitleAsync(new Regex(@"^\(2\)"));
        await Expect(moderator.Locator(".tabs .count")).ToHaveTextAsync(["2", "0", "0"]);
        await Expect(moderator.Locator("option[value=demo], a[href*=demo]")).ToHaveCountAsync(0);
        var all = string.Concat(heard);
        Assert.Contains("Own author", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Foreign", all, StringComparison.Ordinal);
        Assert.DoesNotContain($"{foreign}", all, StringComparison.Ordinal);

        await PretendAsync(moderator, foreign);
        await Standalone.HeldAsync("Foreign author at last");
        await Expect(admin.GetByRole(AriaRole.Button, new() { Name = "3 new" })).ToBeVisibleAsync();
        await Expect(On(admin, "Foreign author")).ToHaveCountAsync(0);
        foreach (var address in new[] { "?state=all", "?state=all&site=demo", "?q=author", "/numbers", "/learning", "/rules", "/authors" })
        {
            await moderator.GotoAsync($"/dashboard{address}");
            await Expect(moderator.Locator("main")).Not.ToContainTextAsync("Foreign");
            await Expect(moderator.Locator("option[value=demo]")).ToHaveCountAsync(0);
        }
    }

    private static ILocator On(IPage page, string author) => page.CardOf(author).Locator(".badge.busy");

    private static Task ExpectOnAsync(IPage page, string author, string moderator) => Expect(On(page, author)).ToHaveTextAsync($"A moderator is on it: {moderator}");

    private static ILocator Notice(IPage page, string author) => page.CardOf(author).Locator(".notice");

    private async Task<Person> AccountAsync(Person admin, string name, string? site = null)
    {
        var people = await admin.Context.NewPageAsync();
        var first = await people.AddAsync(name, site);
        await people.CloseAsync();
        var person = await SomebodyAsync();
        await person.Page.SettleAsync(name, first);
        await Expect(person.Page.Cards().First).ToBeFocusedAsync();
        return person;
    }

    private static async Task<IPage> DeskAsync(Person person)
    {
        var page = await person.Context.NewPageAsync();
        await page.GotoAsync("/dashboard");
        await Expect(page.Cards().First).ToBeFocusedAsync();
        return page;
    }

    private static async Task PressOnAsync(IPage page, string author, string key)
    {
        await page.CardOf(author).FocusAsync();
        await page.Keyboard.PressAsync(key);
    }

    // Its process ends without a word to anybody.
    private static async Task CrashAsync(IPage page)
    {
        var crashed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Crash += (_, _) => crashed.TrySetResult();
        _ = page.GotoAsync("chrome://crash").ContinueWith(ended => ended.Exception, TaskScheduler.Default);
        await crashed.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }

    // What a page says that is not ours: that it has a case open which it was never shown.
    private static async Task PretendAsync(IPage page, Guid comment)
    {
        var said = page.WaitForWebSocketAsync();
        await page.ReloadAsync();
        var socket = await said;
        await Expect(page.Cards().First).ToBeFocusedAsync();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        socket.FrameSent += (_, frame) =>
        {
            if (Words(frame).Contains($"{comment}", StringComparison.Ordinal))
            {
                sent.TrySetResult();
            }
        };
        await page.EvaluateAsync("id => { const card = document.activeElement; card.blur(); card.dataset.id = id; card.focus(); }", $"{comment}");
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }

    private static ConcurrentQueue<string> Heard(IPage page)
    {
        var heard = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard.Enqueue(Words(frame));
        return heard;
    }

    private static string Words(IWebSocketFrame frame) => frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []);

    // What was decided is sealed within a second.
    private static async Task AuditedAsync(IPage admin, Guid comment, string words)
    {
        var soon = DateTime.UtcNow.AddSeconds(15);
        string[] rows;
        do
        {
            await admin.GotoAsync($"/dashboard/audit?subject={comment}");
            rows = await admin.Locator("tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => `${row.cells[2].innerText} ${row.cells[3].innerText}`)");
        }
        while (rows.Length < 2 && DateTime.UtcNow < soon);
        Assert.Equal([words, "Rules Held"], rows);
    }
}
