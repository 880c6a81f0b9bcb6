using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Moderation.Browser.Tests.Setup;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;
using static Microsoft.Playwright.Assertions;

namespace Moderation.Browser.Tests;

/// <summary>A comment that is held because of what was learned.</summary>
[Collection(OneBrowser.Name)]
public sealed class LearnedCardTests(Chromium chromium, ServicesWithDesk services) : IClassFixture<ServicesWithDesk>
{
    private const string Text = "अरे, तुम सब दलदली मेंढक हो!";

    [Fact]
    public async Task The_card_tells_how_likely_it_is_and_marks_the_words()
    {
        await services.PutInForceAsync(Taught());
        await services.HeldAsync("Angry Reader", Text);

        foreach (var (locale, sentence) in new[] { ("en-GB", "% likely, mostly because of “"), ("hi-IN", "संभावना ") })
        {
            await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = services.Desk, Locale = locale });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/dashboard");
            await page.SignInAsync();
            var card = page.CardOf("Angry Reader");

            await Expect(card.Locator(".findings .reason")).ToContainTextAsync(sentence);
            await Expect(card.Locator(".findings .likelihood .share")).ToHaveAttributeAsync("width", new Regex("^(4[0-9]|50)"));
            await Expect(card.Locator("mark").Filter(new() { HasText = "मेंढक" })).ToHaveCountAsync(1);
            Assert.Empty(await page.PicturesAsync($"desk-learned-{locale[..2]}"));
            Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Help));
        }
    }

    // Knows one phrase as abuse, and that the rest of the text is fine.
    private static Model Taught()
    {
        var trainer = new Trainer();
        for (var round = 0; round < 30; round++)
        {
            trainer.Learn(new Lesson(TextView.Decoded("तुम सब दलदली मेंढक हो"), IsAbuse: true, IsSpam: null));
            trainer.Learn(new Lesson(TextView.Decoded("कल की बैठक में फिर सड़क की बात हुई"), IsAbuse: false, IsSpam: false));
        }

        return trainer.ToModel();
    }
}
