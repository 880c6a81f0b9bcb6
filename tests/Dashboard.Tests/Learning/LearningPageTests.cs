using System.Net;
using System.Text.RegularExpressions;
using Moderation.Hosting.Models;

namespace Moderation.Dashboard.Tests.Learning;

/// <summary>What the page says before its circuit is there; the rest is seen in a browser.</summary>
public partial class LearningPageTests
{
    [Fact]
    public async Task Says_in_plain_words_how_far_it_is_and_whose_decisions_stand_out()
    {
        await using var system = await LearningSystem.StartAsync();
        using var admin = await system.Host.AdminAsync();
        var before = await ReadAsync(admin);
        await system.LeaveAsync(Reports.Mixed(DateTimeOffset.UtcNow));

        var page = await ReadAsync(admin);

        Assert.Contains("Nothing is learned on this site yet.", before, StringComparison.Ordinal);
        Assert.Contains("It learns from your decisions: 38 approved and 12 refused so far; what it learned counts from 50 of each on.", page, StringComparison.Ordinal);
        Assert.Contains("It learned from your decisions: 620 approved and 214 refused.", page, StringComparison.Ordinal);
        Assert.Contains("Told rightly (accuracy) 93.0% 79.0%", page, StringComparison.Ordinal);
        Assert.Contains("vikram decides otherwise", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "decides otherwise than the rest"));
        Assert.Contains("left a moderator out asked for by admin", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "Go back to this version"));
        Assert.Contains("Take in again : old.hand", page, StringComparison.Ordinal);
        Assert.Contains("Leave out : asha", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_looks_and_changes_nothing_and_a_stranger_does_not_look()
    {
        await using var system = await LearningSystem.StartAsync();
        await system.LeaveAsync(Reports.Mixed(DateTimeOffset.UtcNow));
        using var admin = await system.Host.AdminAsync();
        using var asha = await system.Host.SettledAsync(admin, "asha", "moderator", "demo");
        using var other = await system.Host.SettledAsync(admin, "vikram", "moderator", "other");
        using var nobody = system.Host.Browser();

        var seen = await ReadAsync(asha);
        var foreign = await ReadAsync(other, "?site=demo");
        using var door = await nobody.GetAsync(LearningSystem.Page);

        Assert.Contains("Only admins change what is learned.", seen, StringComparison.Ordinal);
        Assert.Contains("620 approved", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Go back to this version", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Leave out", seen, StringComparison.Ordinal);
        Assert.Contains("There is no site that you may see.", foreign, StringComparison.Ordinal);
        Assert.DoesNotContain("620 approved", foreign, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, door.StatusCode);
    }

    [Fact]
    public async Task A_site_whose_learner_has_heard_nothing_yet_is_told_what_it_takes()
    {
        await using var system = await LearningSystem.StartAsync();
        var report = Reports.Mixed(DateTimeOffset.UtcNow);
        var none = new PredictionReport(0, 0, null, null);
        await system.LeaveAsync(report with
        {
            Version = 0,
            Versions = [],
            Moderators = [],
            Heads = [.. report.Heads.Select(head => head with { Fine = 0, Refused = 0, Counts = false, Predictions = none, OfBaseline = none, Course = [] })],
        });
        using var admin = await system.Host.AdminAsync();

        var page = await ReadAsync(admin);

        Assert.Contains("Nothing is learned on this site yet.", page, StringComparison.Ordinal);
        Assert.Contains("0 approved and 0 refused so far; what it learned counts from 50 of each on.", page, StringComparison.Ordinal);
        Assert.Contains("No version is kept yet.", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has taught it anything yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Version 0", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_report_is_as_none()
    {
        await using var system = await LearningSystem.StartAsync();
        await system.LeaveAsync("{\"version\": 1}");
        using var admin = await system.Host.AdminAsync();

        Assert.Contains("Nothing is learned on this site yet.", await ReadAsync(admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_tell_how_many_of_the_decisions_the_models_told_beforehand()
    {
        await using var system = await LearningSystem.StartAsync();
        await system.LeaveAsync(Reports.Mixed(DateTimeOffset.UtcNow));
        using var admin = await system.Host.AdminAsync();

        var page = await ReadAsync(admin, page: "numbers");

        // 93 % of 500 and 90 % of 50.
        Assert.Contains("Decisions that the models told beforehand 92.7% of 550", page, StringComparison.Ordinal);
    }

    // What stands between the marks.
    private static async Task<string> ReadAsync(HttpClient browser, string query = "", string page = "learning") =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await browser.GetStringAsync(new Uri($"/dashboard/{page}{query}", UriKind.Relative)), " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
