using Moderation.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>What a reader of the demo page sees of comments that the rules do not approve.</summary>
public sealed class HeldCommentTests(Chromium chromium, Standalone standalone) : BrowserTest(chromium, standalone), IClassFixture<Standalone>
{
    [Fact]
    public async Task Shows_a_held_comment_as_soon_as_a_moderator_approves_it()
    {
        const string Text = "बारिश का पूरा हिसाब यहाँ देखें: https://barish.example.org/2026";
        var reader = (await ReaderAsync()).Page;
        await reader.WriteAsync("मौसम प्रेमी", Text);
        await Expect(reader.Waiting()).ToContainTextAsync("मॉडरेटर देखेंगे");
        await Expect(reader.Status()).ToHaveTextAsync("आपकी टिप्पणी मॉडरेशन की प्रतीक्षा में है। मॉडरेटर देखेंगे।");
        await reader.EvaluateAsync("window.isTheSamePage = true");

        var moderator = (await ModeratorAsync()).Page;
        await Expect(moderator.CardOf("मौसम प्रेमी")).ToBeFocusedAsync();
        await moderator.Keyboard.PressAsync("a");

        await Expect(moderator.Cards()).ToHaveCountAsync(0);
        await Expect(reader.Comments().Filter(new() { HasText = "बारिश का पूरा हिसाब" })).ToBeVisibleAsync();
        await Expect(reader.Waiting()).ToHaveCountAsync(0);
        Assert.True(await reader.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    [Fact]
    public async Task Keeps_showing_a_waiting_comment_when_its_author_writes_another()
    {
        var page = (await ReaderAsync()).Page;
        await page.WriteAsync("दो बातें", "पहली बात यहाँ: https://pehli.example.org");
        await Expect(page.Waiting()).ToContainTextAsync("मॉडरेटर देखेंगे");

        await page.WriteAsync("दो बातें", "दूसरी बात यह कि पानी बचाइए।");

        await Expect(page.Comments().Filter(new() { HasText = "दूसरी बात" })).ToBeVisibleAsync();
        await Expect(page.Waiting()).ToContainTextAsync("पहली बात");
    }

    [Fact]
    public async Task Tells_politely_that_a_comment_was_rejected_and_gives_the_text_back()
    {
        const string Text = "call girls available";
        var page = (await ReaderAsync()).Page;

        await page.WriteAsync("कोई", Text);

        await Expect(page.Status()).ToHaveTextAsync(
            "क्षमा करें, आपकी टिप्पणी प्रकाशित नहीं की जा सकी। आप अपनी बात दूसरे शब्दों में फिर लिख सकते हैं।");
        await Expect(page.Waiting()).ToHaveCountAsync(0);
        await Expect(page.Field("टिप्पणी")).ToHaveValueAsync(Text);
    }
}
