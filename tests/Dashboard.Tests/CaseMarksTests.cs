using System.Net.Http.Json;
using Dapper;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Tests;

public class CaseMarksTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Notes_rules_labels_and_what_is_on_trial(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));

        await host.FileAsync(Samples.Comment().Held(verdict: Verdict()), Samples.Comment().Approved());

        Assert.Equal(["label links held 0", "label spam held 0", "rule Offers held 4", "rule TooManyLinks held 2.5", "shadow Shouting held 2"], Marks(host));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Marks_follow_the_state_of_the_case(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held(verdict: Verdict()));
        using var program = host.Program();

        await program.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = new[] { new { id = comment.CommentId, decision = "approve" } } });

        Assert.All(Marks(host), mark => Assert.Contains(" approved ", mark, StringComparison.Ordinal));
        await Eventually.TrueAsync(() => host.Recorder.OfModerators.Any(), "the decision is handed on");
        Assert.All(Marks(host), mark => Assert.Contains(" approved ", mark, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Cases_of_an_earlier_version_get_their_marks_at_the_next_start(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using (var before = await DashboardHost.StartAsync(databases))
        {
            await before.FileAsync([.. Enumerable.Range(0, 120).Select(_ => Samples.Comment().Held(verdict: Verdict()))]);
            using var connection = before.Database.OpenConnection();
            connection.Execute("UPDATE cases SET changed_at = 0, score = 0, language = NULL, search_text = 'as it was'; DELETE FROM case_marks; DELETE FROM case_texts");
        }

        await using var host = await DashboardHost.StartAsync(databases);

        await Eventually.TrueAsync(() => Marks(host).Count == 120 * 5, "all cases have their marks");
        using var read = host.Database.OpenConnection();
        Assert.Equal(120, read.ExecuteScalar<long>("SELECT count(*) FROM cases WHERE score = 6.5 AND language = 'hi' AND changed_at > 0 AND search_text = ''"));
        Assert.Equal(120, (await host.Get<CaseReader>().CountAsync(new CaseQuery { Phrase = "AS it" }, 1_000, default)).Count);
    }

    private static Verdict Verdict() => Samples.Verdict(
        6.5,
        new Finding { Rule = "TooManyLinks", Score = 2.5, Reason = "3 links; the limit is 2.", Labels = [Labels.Links, Labels.Spam], Spans = [] },
        new Finding { Rule = "Offers", Score = 3, Reason = "An offer.", Labels = [Labels.Spam], Spans = [] },
        new Finding { Rule = "Offers", Score = 1, Reason = "Another offer.", Labels = [Labels.Spam], Spans = [] })
        with
    { Shadow = [new Finding { Rule = "Shouting", Score = 2, Reason = "The text shouts.", Labels = [Labels.Flood], Spans = [] }] };

    private static List<string> Marks(DashboardHost host)
    {
        using var connection = host.Database.OpenConnection();
        return [.. connection.Query<(string Kind, string Name, string State, double Score)>("SELECT kind, name, state, score FROM case_marks ORDER BY kind, name")
            .Select(mark => FormattableString.Invariant($"{mark.Kind} {mark.Name} {mark.State} {mark.Score}"))];
    }
}
