using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Rules;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests.Rules;

public class RuleNumbersTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Before_the_first_comment_there_is_nothing_to_tell(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));

        Assert.Empty(await host.Services.GetRequiredService<RuleNumbers>().GetAsync(SiteScope.All));
        Assert.Empty(await host.Services.GetRequiredService<WordsHit>().GetAsync(["BannedWords"], SiteScope.All));
        Assert.Empty(await host.Services.GetRequiredService<WordsHit>().GetAsync(["BannedWords"], SiteScope.Only([])));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_hits_and_trials_of_day_and_week_and_the_words_most_found(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var now = DateTimeOffset.UtcNow;
        CommentHeld Held(int hours, string site = "demo") => Samples.Comment("You snarf, snarf!", now.AddHours(-hours), site).Held(verdict: Verdict());
        IDecision[] held = [Held(1), Held(2), Held(30), Held(24 * 6), Held(24 * 9), Held(3, "other")];
        await host.FileAsync([.. held, Samples.Comment("A snarf.", now.AddHours(-1)).Rejected()]);
        var all = await host.Services.GetRequiredService<RuleNumbers>().GetAsync(SiteScope.All);
        var other = await host.Services.GetRequiredService<RuleNumbers>().GetAsync(SiteScope.Only(["other"]));
        var words = await host.Services.GetRequiredService<WordsHit>().GetAsync(["BannedWords"], SiteScope.Only(["demo"]));

        Assert.Equal((3L, 5L), (all["BannedWords"].Day, all["BannedWords"].Week));
        Assert.Equal((3L, 5L), (all["Shouting"].TrialDay, all["Shouting"].TrialWeek));
        Assert.Equal(1, other["BannedWords"].Week);
        Assert.Equal([new WordHit("snarf", 4)], words["BannedWords"]);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_share_of_rejected_ones_leaves_out_what_no_moderator_decided(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var now = DateTimeOffset.UtcNow;
        var held = Enumerable.Range(1, 4).Select(number => Samples.Comment($"You snarf {number}.", now.AddHours(-number)).Held(verdict: Verdict())).ToList();
        await host.FileAsync([.. held]);
        using var program = host.Program();
        await DecideAsync(program, held[0], "reject");
        await DecideAsync(program, held[1], "spam");
        await DecideAsync(program, held[2], "approve");

        var numbers = (await host.Services.GetRequiredService<RuleNumbers>().GetAsync(SiteScope.All))["BannedWords"];

        Assert.Equal((3L, 2L), (numbers.Decided, numbers.Rejected));
    }

    private static Verdict Verdict() => Samples.Verdict(5, new Finding
    {
        Rule = "BannedWords",
        Score = 5,
        Reason = "snarf",
        Labels = [Labels.Abuse],
        Spans = [new Span { Field = "body", Start = 4, Length = 5 }, new Span { Field = "body", Start = 11, Length = 5 }],
    }) with
    {
        Shadow = [new Finding { Rule = "Shouting", Score = 2, Reason = "It shouts.", Labels = [], Spans = [] }],
    };

    private static async Task DecideAsync(HttpClient program, CommentHeld filed, string decision)
    {
        using var answer = await program.PostAsJsonAsync(
            new Uri("/dashboard/api/decisions", UriKind.Relative), new { decisions = new[] { new { id = filed.Comment.CommentId, decision } } });
        Assert.Equal("decided", (await answer.ReadAsync())["results"]![0]!.String("result"));
    }
}
