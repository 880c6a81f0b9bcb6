using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Dapper;
using Moderation.Contracts;
using static Moderation.Dashboard.Tests.Rules.RulesSystem;

namespace Moderation.Dashboard.Tests.Rules;

/// <summary>Rules that are changed at the desk, with a real worker beside it.</summary>
public class RulesApiTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_saved_word_holds_the_next_comment_and_going_back_lets_it_through(string store)
    {
        await using var system = await StartAsync(store);
        Assert.Equal("approved", await system.SubmitAsync("What a frobnor."));

        using var saved = await system.SaveAsync(Words(Add("frobnor")), basedOn: 0, note: "A new insult");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        await TakenWithinAsync(system, "frobnor", "hold");
        Assert.Equal("held", await system.SubmitAsync("What a frobnor!"));

        using var reverted = await system.RevertAsync(0);
        Assert.Equal(HttpStatusCode.OK, reverted.StatusCode);
        await TakenWithinAsync(system, "frobnor", "approve");
        Assert.Equal("approved", await system.SubmitAsync("What a frobnor?"));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Versions_tell_who_when_and_why_and_each_word_who_added_it(string store)
    {
        await using var system = await StartAsync(store);

        (await system.SaveAsync(Words(Add("frobnor")), 0, "A new insult")).Dispose();
        (await system.SaveAsync(Words(Add("frobnor"), Remove("snarf")), 1)).Dispose();
        (await system.RevertAsync(1)).Dispose();

        var versions = (await system.GetAsync("/versions"))["items"]!.AsArray();
        Assert.Equal(["3", "2", "1"], versions.Select(version => version!.String("version")));
        Assert.Equal(("1", "api", "A new insult"), (versions[0]!.String("restores"), versions[2]!.String("savedBy"), versions[2]!.String("note")));
        Assert.Matches("^[0-9a-f]{64}$", versions[2]!.String("ruleset"));
        var latest = await system.GetAsync();
        var word = Assert.Single(latest["overlay"]!["words"]!.AsArray())!;
        Assert.Equal(("3", "frobnor", "api"), (latest.String("version"), word.String("entry"), word.String("by")));
        Assert.NotNull(word.String("at"));
        await using var connection = await system.Host.Database.OpenConnectionAsync();
        var audited = await connection.QueryAsync<string>("SELECT what || ' ' || subject FROM audit_unsealed WHERE kind = 'rules' UNION ALL SELECT what || ' ' || subject FROM audit_entries WHERE kind = 'rules'");
        Assert.Equal(["rules-changed version 1", "rules-changed version 2", "rules-restored version 3"], audited.Order());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_two_who_save_the_first_is_saved_and_the_second_told(string store)
    {
        await using var system = await StartAsync(store);

        var answers = await Task.WhenAll(system.SaveAsync(Words(Add("frobnor")), 0), system.SaveAsync(Words(Add("zibble")), 0));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Single((await system.GetAsync("/versions"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_cannot_be_looked_for_is_refused_with_a_sentence_and_nothing_is_saved()
    {
        await using var system = await StartAsync();

        using var answer = await system.SaveAsync(Words(Add("12345"), Add("frobnor")), 0);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("“12345” cannot be looked for: the entry has no letters.", (await answer.ReadAsync())["errors"]!["overlay"]![0]!.ToString());
        Assert.Equal("0", (await system.GetAsync()).String("version"));
    }

    [Theory]
    [InlineData("""{"overlay":{"words":[],"rules":[]}}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"basedOn":0}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"overlay":{"words":null},"basedOn":0}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"overlay":{"words":[{"list":"abuse"}]},"basedOn":0}""", HttpStatusCode.BadRequest)]
    [InlineData("[", HttpStatusCode.BadRequest)]
    public async Task A_wrong_request_is_refused(string body, HttpStatusCode status)
    {
        await using var system = await StartAsync(withWorker: false);
        using var program = system.Host.Program();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await program.PutAsync(new Uri("/dashboard/api/rules", UriKind.Relative), content);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_preview_counts_shows_and_warns_and_changes_nothing(string store)
    {
        await using var system = await StartAsync(store);
        await system.Host.FileAsync(
        [
            .. Enumerable.Range(0, 20).Select(number => Samples.Comment($"Fine weather, day {number}.").Approved()),
            .. Enumerable.Range(0, 3).Select(number => Samples.Comment($"Some frobnor {number}.").Approved()),
            Samples.Comment("You snarf.").Held(),
        ]);

        var (status, preview) = await system.PreviewAsync(Words(Add("frobnor"), Remove("snarf"), Add("weather", "mild"), Add("wug wug", "severe") with { Labels = ["hate"] }, Add("grotch")));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("24", "23"), (preview.String("judged"), preview.String("approved")));
        Assert.Equal(["approve hold 3", "hold approve 1"], preview["changed"]!.AsArray().Select(count => $"{count!["from"]} {count["to"]} {count["count"]}"));
        Assert.Equal(4, preview["comments"]!.AsArray().Count);
        Assert.Equal(["weather 20", "frobnor 3"], preview["frequent"]!.AsArray().Select(hits => $"{hits!["entry"]} {hits["comments"]}"));
        Assert.Equal(
            ["already-listed wug wug", "cancelled grotch"], preview["notices"]!.AsArray().Select(notice => $"{notice!["code"]} {notice["entry"]}").Order());
        Assert.Equal("0", (await system.GetAsync()).String("version"));
    }

    [Fact]
    public async Task An_entry_that_is_found_already_is_told_with_the_one_that_finds_it()
    {
        await using var system = await StartAsync();
        system.Folder.Write("words/abuse.en.txt", "frobnor*\nsnarf\n");
        await Eventually.TrueAsync(async () => await system.TryAsync("frobnorish") == "hold", "the changed file is in force");

        var (_, preview) = await system.PreviewAsync(Words(Add("frobnors")));

        var notice = Assert.Single(preview["notices"]!.AsArray())!;
        Assert.Equal(("already-found", "frobnor*"), (notice.String("code"), notice.String("other")));
    }

    [Fact]
    public async Task Without_a_worker_nothing_is_saved_and_the_answer_says_so_in_seconds()
    {
        await using var system = await StartAsync(withWorker: false);
        var clock = Stopwatch.StartNew();

        using var answer = await system.SaveAsync(Words(Add("frobnor")), 0);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("No worker answered", (await answer.ReadAsync()).String("detail"), StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 12);
        Assert.Equal("0", (await system.GetAsync()).String("version"));
    }

    [Fact]
    public async Task Where_the_operator_wants_files_nothing_can_be_saved()
    {
        await using var system = await StartAsync(source: "files");

        using var answer = await system.SaveAsync(Words(Add("frobnor")), 0);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Rules:Source is 'files'", (await answer.ReadAsync()).String("detail"), StringComparison.Ordinal);
        Assert.Equal("true", (await system.GetAsync()).String("filesOnly"));
    }

    [Fact]
    public async Task What_Redis_lost_is_put_there_again()
    {
        await using var system = await StartAsync();
        (await system.SaveAsync(Words(Add("frobnor")), 0)).Dispose();
        await TakenWithinAsync(system, "frobnor", "hold");

        await system.Redis.KeyDeleteAsync(RulesInForce.Key);

        await Eventually.TrueAsync(async () => await system.Redis.HashExistsAsync(RulesInForce.Key, RulesInForce.Document), "it is there again");
        Assert.Equal("hold", await system.TryAsync("A frobnor."));
    }

    [Fact]
    public async Task A_rule_whose_file_went_is_told_and_everything_else_stays_in_force()
    {
        await using var system = await StartAsync();
        (await system.SaveAsync(new RulesOverlay { Words = [Add("frobnor")], Rules = [new RuleChange { Rule = "TooManyLinks", Mode = "off" }] }, 0)).Dispose();
        await TakenWithinAsync(system, "frobnor", "hold");
        var file = Path.Combine(system.Folder.Place, "rules", "rules.yaml");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text[..text.IndexOf("  - id: TooManyLinks", StringComparison.Ordinal)]);

        var off = new RulesOverlay { Rules = [new RuleChange { Rule = "TooManyLinks", Mode = "off" }] };
        await Eventually.TrueAsync(
            async () => (await system.PreviewAsync(off)).Answer["notices"]!.AsArray().Any(notice => notice!.String("code") == "no-such-rule"), "the worker tells that the rule is gone");

        Assert.Equal("hold", await system.TryAsync("A frobnor."));
    }

    [Fact]
    public async Task Only_admins_change_rules()
    {
        await using var system = await StartAsync(withWorker: false);
        using var nobody = system.Host.Browser();

        using var answer = await nobody.GetAsync(new Uri("/dashboard/api/rules", UriKind.Relative));
        using var browser = system.Host.Browser();
        await SignIn.AsAdminAsync(browser);
        using var forged = await browser.PutAsJsonAsync(new Uri("/dashboard/api/rules", UriKind.Relative), new { overlay = new { }, basedOn = 0 });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (answer.StatusCode, forged.StatusCode));
    }

    private static async Task TakenWithinAsync(RulesSystem system, string word, string outcome)
    {
        var clock = Stopwatch.StartNew();
        await Eventually.TrueAsync(async () => await system.TryAsync($"A {word}.") == outcome, "the worker has taken it over");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }
}
