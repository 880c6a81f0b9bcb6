using Microsoft.Playwright;
using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What a reader of the demo page sees of comments that the rules approve.</summary>
public sealed class DemoPageTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Publishes_a_comment_and_nothing_of_its_email()
    {
        const string Email = "savitri@example.in";
        const string Text = "रानी ताल को भरा देखकर आँखें भर आईं। बचपन में यहीं तैरना सीखा था।";
        var page = (await ReaderAsync()).Page;
        var status = await page.HoldStatusBackAsync();

        await page.WriteAsync("सावित्री", Text, Email, "https://taalab.example.in");

        await Expect(page.Waiting()).ToContainTextAsync(Text);
        await Expect(page.Waiting()).ToContainTextAsync("आपकी टिप्पणी मॉडरेशन की प्रतीक्षा में है");
        await Expect(page.Status()).ToHaveTextAsync("आपकी टिप्पणी मॉडरेशन की प्रतीक्षा में है");

        status.SetResult();

        var comment = page.Comments().Filter(new() { HasText = Text });
        await Expect(comment.GetByRole(AriaRole.Heading)).ToHaveTextAsync("सावित्री");
        await Expect(comment.GetByRole(AriaRole.Link, new() { Name = "सावित्री" })).ToHaveAttributeAsync("href", "https://taalab.example.in/");
        await Expect(page.Waiting()).ToHaveCountAsync(0);
        await Expect(page.Status()).ToHaveTextAsync("धन्यवाद! आपकी टिप्पणी प्रकाशित हो गई।");
        await Expect(page.Locator("reader-comment-count")).ToHaveTextAsync(await page.Title().InnerTextAsync());
        Assert.DoesNotContain(Email, await page.SourceAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Email, await Standalone.PublishedAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Publishes_a_mark_instead_of_an_email_in_the_text()
    {
        var page = (await ReaderAsync()).Page;

        await page.WriteAsync("बीज बैंक", "देसी धान के बीज चाहिए तो beej@example.org पर या beej at example dot org पर लिखें।");

        await Expect(page.Comments().Filter(new() { HasText = "देसी धान" }).Locator(".comment-body"))
            .ToHaveTextAsync("देसी धान के बीज चाहिए तो [ईमेल हटाया गया] पर या [ईमेल हटाया गया] पर लिखें।");
        Assert.DoesNotContain("beej", await page.SourceAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Shows_what_is_wrong_at_the_field_itself()
    {
        var page = (await ReaderAsync()).Page;

        await page.WriteAsync("", "", email: "not an email");

        await Expect(page.Field("नाम")).ToHaveAccessibleDescriptionAsync("कृपया अपना नाम लिखें (सौ अक्षरों तक)।");
        await Expect(page.Field("नाम")).ToBeFocusedAsync();
        await Expect(page.Field("ईमेल")).ToHaveAccessibleDescriptionAsync("यह ईमेल पता सही नहीं लगता; ठीक करें या खाली छोड़ दें।");
        await Expect(page.Field("टिप्पणी")).ToHaveAccessibleDescriptionAsync("कृपया टिप्पणी लिखें (पाँच हज़ार अक्षरों तक)।");
        await Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(3);
        await Expect(page.Status()).ToHaveTextAsync("कृपया ऊपर बताए गए खाने ठीक करें।");
    }

    [Fact]
    public async Task Shows_at_the_field_what_only_the_server_finds_wrong()
    {
        var reader = await ReaderAsync();
        reader.Expect(422);

        await reader.Page.WriteAsync("पाठक", "नमस्ते", website: "ftp://example.org");

        await Expect(reader.Page.Field("वेबसाइट")).ToHaveAccessibleDescriptionAsync("वेबसाइट का पता http:// या https:// से शुरू होना चाहिए।");
        await Expect(reader.Page.Field("टिप्पणी")).ToHaveValueAsync("नमस्ते");
    }

    [Fact]
    public async Task Puts_a_reply_below_the_comment_it_answers()
    {
        await Standalone.PostAsync("चायवाला", "ताल किनारे की चाय सबको मुफ़्त, जब तक पानी है।", "approved");
        var page = (await ReaderAsync()).Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "चायवाला को जवाब दें" }).ClickAsync();
        await Expect(page.Locator("#replying")).ToContainTextAsync("चायवाला को जवाब");
        await page.WriteAsync("Ramdhani", "Chai toh banti hai, kal shaam ko aate hain!");

        await Expect(page.Locator("article:has-text('चायवाला') + .replies article.comment:not(.waiting)")).ToContainTextAsync("Chai toh banti hai");
        await Expect(page.Locator("#replying")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Takes_a_comment_without_script_and_comes_back_to_the_page()
    {
        var page = (await ReaderAsync(new() { JavaScriptEnabled = false })).Page;
        await page.FillInAsync("दादी", "पहली बारिश में पकौड़े तो बनते हैं।", "dadi@example.in");

        var answer = await page.RunAndWaitForResponseAsync(page.SendAsync, answer => answer.Request.Method == "POST");
        await page.WaitForURLAsync("**/?comment=*#comment-*");

        Assert.Equal(303, answer.Status);
        var id = Guid.Parse(page.Url[^36..]);
        await Standalone.StateAsync(id, "approved");
        var scripted = (await ReaderAsync()).Page;
        await Expect(scripted.Locator($"[data-id='{id}']")).ToContainTextAsync("पहली बारिश में पकौड़े");
    }

    [Fact]
    public async Task Takes_over_what_was_typed_before_the_script_came()
    {
        var reader = await SomebodyAsync();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await reader.Page.RouteAsync("**/embed.js", async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });
        await reader.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await reader.Page.FillInAsync("दादी", "पहली बारिश", "dadi@example.in");

        arrived.SetResult();

        await Expect(reader.Page.Locator("#comment")).ToHaveValueAsync("पहली बारिश");
        await Expect(reader.Page.Locator("#author")).ToHaveValueAsync("दादी");
        await Expect(reader.Page.Locator("#email")).ToHaveValueAsync("dadi@example.in");
    }
}
