using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Servers;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What operators do at the desk: read and verify the audit, and settle messages that a service could not deal with.</summary>
public sealed class OperationsTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task An_admin_finds_an_act_in_the_audit_and_verifies_the_chain()
    {
        var id = await Standalone.PostAsync("Channel Grower", $"Look: https://{Unlike.Word()}.example.com", "held");
        await Standalone.DecideAsync(id, "approve");
        await Standalone.StateAsync(id, "approved");
        var pages = new Dictionary<string, IPage> { ["en"] = await AdminAsync("en-GB", "/dashboard/audit"), ["hi"] = await AdminAsync("hi-IN", "/dashboard/audit") };

        foreach (var (language, page) in pages)
        {
            await page.Locator("input[name=subject]").FillAsync($"{id}");
            await page.Locator(".filter button[type=submit]").ClickAsync();
            // Entries are sealed within a second.
            await ReloadUntilAsync(page, page.Locator("tbody tr"), 2);
            await Expect(page.Locator("tbody tr").First).ToContainTextAsync(language == "en" ? "held → approved" : "रोकी हुई → मंज़ूर");

            await page.Locator(".chain button").ClickAsync();
            await Expect(page.Locator(".success")).ToBeVisibleAsync();
            await AccessibleAsync(page);
            Assert.Empty(await page.PicturesAsync($"audit-{language}"));
        }

        var download = await pages["en"].RunAndWaitForDownloadAsync(() => pages["en"].Locator("a[download]").ClickAsync());
        Assert.Contains($"api,approve,comment,{id},held,approved", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);

        await pages["en"].Locator("input[name=head]").FillAsync(new string('a', 64));
        await pages["en"].Locator(".chain button").ClickAsync();
        await Expect(pages["en"].GetByRole(AriaRole.Alert)).ToContainTextAsync("the noted head is not in it");
    }

    [Fact]
    public async Task An_admin_sends_a_message_again_that_died_of_a_broken_table_and_discards_another()
    {
        var admin = await AdminAsync("en-GB", "/dashboard/operations");
        await Expect(admin.Locator(".empty")).ToBeVisibleAsync();
        await AccessibleAsync(admin);
        await ExecuteAsync("ALTER TABLE comments RENAME TO comments_away");
        var page = $"broken-{Guid.NewGuid():N}";
        var kind = await Standalone.SendAsync("मछुआरा", "नदी में पानी बढ़ा है, जाल संभालकर डालें।", page);
        var other = await Standalone.SendAsync("पाठक", "बहुत अच्छी ख़बर है, धन्यवाद।", page);

        await ReloadUntilAsync(admin, admin.Locator(".dead > li"), 2);
        await ExecuteAsync("ALTER TABLE comments_away RENAME TO comments");
        await Expect(admin.Locator("tbody tr")).ToContainTextAsync("PublishComment");
        await DeadOf(admin, kind).GetByRole(AriaRole.Link, new() { Name = "Show the message" }).ClickAsync();
        await Expect(admin.Locator(".dead pre")).ToContainTextAsync("नदी में पानी बढ़ा है");
        await AccessibleAsync(admin);
        Assert.Empty(await admin.PicturesAsync("operations-en"));
        var inHindi = await AdminAsync("hi-IN", "/dashboard/operations");
        Assert.Empty(await inHindi.PicturesAsync("operations-hi"));

        await DeadOf(admin, kind).GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(admin.Locator(".success")).ToContainTextAsync("1 sent again.");
        await Standalone.StateAsync(kind, "approved", page);
        await DeadOf(admin, other).GetByRole(AriaRole.Button, new() { Name = "Discard" }).First.ClickAsync();
        await Expect(DeadOf(admin, other).Locator(".confirm")).ToBeVisibleAsync();
        await admin.ScreenAsync("operations-confirm");
        await DeadOf(admin, other).Locator(".confirm button").ClickAsync();

        await Expect(admin.Locator(".success")).ToContainTextAsync("1 discarded.");
        await Expect(admin.Locator(".empty")).ToBeVisibleAsync();
        await ReloadUntilAsync(await AdminAsync("en-GB", "/dashboard/audit?what=discard"), "tbody tr", 1);
    }

    [Fact]
    public async Task Nobody_acts_on_all_when_their_number_is_not_what_was_seen()
    {
        var admin = await AdminAsync("en-GB", "/dashboard/operations?queue=PublishComment");
        await ExecuteAsync("ALTER TABLE comments RENAME TO comments_away");
        var page = $"broken-{Guid.NewGuid():N}";
        await Standalone.SendAsync("पाठक", "अच्छी ख़बर है।", page);
        await ReloadUntilAsync(admin, admin.Locator(".dead > li"), 1);
        var late = await Standalone.SendAsync("पाठिका", "बहुत अच्छी ख़बर है।", page);
        await ReloadUntilAsync(await AdminAsync("en-GB", "/dashboard/operations"), ".dead > li", 2);
        await ExecuteAsync("ALTER TABLE comments_away RENAME TO comments");

        await AllAsync("Send all 1 again");
        await Expect(admin.GetByRole(AriaRole.Alert)).ToContainTextAsync("There are 2 now");
        await AllAsync("Send all 2 again");

        await Expect(admin.Locator(".success")).ToContainTextAsync("2 sent again.");
        await Standalone.StateAsync(late, "approved", page);

        async Task AllAsync(string words)
        {
            await admin.GetByRole(AriaRole.Button, new() { Name = words }).First.ClickAsync();
            await admin.Locator("#resend-all button").ClickAsync();
        }
    }

    private static ILocator DeadOf(IPage page, Guid comment) => page.Locator(".dead > li").Filter(new() { HasText = $"{comment}" });

    private async Task<IPage> AdminAsync(string locale, string address)
    {
        var admin = await SomebodyAsync(new() { Locale = locale });
        await admin.Page.GotoAsync(address);
        await admin.Page.SignInAsync();
        await Expect(admin.Page.Locator("main.page")).ToBeVisibleAsync();
        return admin.Page;
    }

    private static Task ReloadUntilAsync(IPage page, string locator, int count) => ReloadUntilAsync(page, page.Locator(locator), count);

    private static async Task ReloadUntilAsync(IPage page, ILocator locator, int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await locator.CountAsync() != count)
        {
            Assert.False(deadline.IsCancellationRequested, $"{await locator.CountAsync()} and not {count}: {await page.Locator("main").InnerTextAsync()}");
            await Task.Delay(200, deadline.Token);
            await page.ReloadAsync();
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Standalone.DatabaseOf("publisher")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = 10000; {sql}";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task AccessibleAsync(IPage page)
    {
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Without motion: a colour on its way is not yet the one to look at.
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Help}: {node.Html}"))));
        }
    }
}
