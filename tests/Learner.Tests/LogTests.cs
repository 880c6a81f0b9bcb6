using System.Collections.Frozen;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Learner.Log;
using Moderation.Learner.Tests.Setup;

namespace Moderation.Learner.Tests;

/// <summary>The logs on disk.</summary>
public class LogTests
{
    private static readonly Site _demo = new() { Id = "demo", Name = "", Language = "", Origins = [], ClosedPages = FrozenSet<string>.Empty, Secret = "secret" };

    public static TheoryData<string> Stores => Setup.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task What_is_delivered_twice_is_written_down_once(string store)
    {
        await using var host = await LearnerHost.StartAsync(await Setup.Stores.CreateAsync(store), ["demo"]);
        var (writer, taught, change) = (host.Services.GetRequiredService<LogWriter>(), Teach.Fine(1), Teach.Change(LearningChange.LeaveOut, "ravi"));

        Assert.True(await writer.AddAsync(taught, default));
        Assert.False(await writer.AddAsync(taught, default));
        Assert.True(await writer.AddAsync(taught.But(true, null), default));
        Assert.False(await writer.AddAsync(taught, default));
        Assert.True(await writer.AddAsync(change, default));
        Assert.False(await writer.AddAsync(change, default));

        Assert.Equal(3, (await host.Services.GetRequiredService<LogReader>().NewestAsync(default))["demo"]);
        Assert.Equal(2, await CountAsync(host));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Whoever_writes_at_once_takes_turns_site_by_site(string store)
    {
        await using var host = await LearnerHost.StartAsync(await Setup.Stores.CreateAsync(store), ["demo", "post"]);
        var writer = host.Services.GetRequiredService<LogWriter>();

        await Task.WhenAll(Enumerable.Range(0, 80).Select(n => Task.Run(() => writer.AddAsync(Teach.Fine(n / 2, site: n % 4 < 2 ? "demo" : "post"), default))));

        await using var connection = await host.Database.OpenConnectionAsync();
        var numbers = await connection.QueryAsync<long>("SELECT number FROM lessons WHERE site_id = 'demo' ORDER BY number");
        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), numbers);
        Assert.Equal(40, (await host.Services.GetRequiredService<LogReader>().NewestAsync(default))["post"]);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Any_text_is_read_as_it_was_written(string store)
    {
        await using var host = await LearnerHost.StartAsync(await Setup.Stores.CreateAsync(store), ["demo"]);
        var taught = Teach.Fine(1);
        taught = taught with { Comment = taught.Comment with { Body = "a\0b \ud800 \"तुम\" <b>\u200d 🙂" } };

        await host.Services.GetRequiredService<LogWriter>().AddAsync(taught, default);

        var end = await host.Services.GetRequiredService<LogReader>().EndAsync("demo", 0, default);
        Assert.Equal("a\0b \ufffd \"तुम\" <b>\u200d 🙂", Assert.Single(end.Lessons).Text);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_has_no_text_any_more_teaches_nothing(string store)
    {
        await using var host = await LearnerHost.StartAsync(await Setup.Stores.CreateAsync(store), ["demo"]);
        var taught = Teach.Abuse(1);

        await host.Services.GetRequiredService<LogWriter>().AddAsync(taught with { Comment = taught.Comment with { Body = "" } }, default);

        Assert.False(Assert.Single((await host.Services.GetRequiredService<LogReader>().EndAsync("demo", 0, default)).Lessons).Taught.Teaches);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_an_erased_author_nothing_stays_and_nothing_comes_in(string store)
    {
        await using var host = await LearnerHost.StartAsync(await Setup.Stores.CreateAsync(store), ["demo"]);
        var writer = host.Services.GetRequiredService<LogWriter>();
        var (old, late, later, known) = (Teach.Fine(1).From(Teach.Email), Teach.Fine(2).From(Teach.Email), Teach.Fine(100_000).From(Teach.Email), Teach.Fine(3));
        var other = Teach.Fine(4).From("other@example.com");
        foreach (var taught in new[] { old, known, other })
        {
            await writer.AddAsync(taught, default);
        }

        var erased = Erased(late.Comment.SubmittedAt, known.Comment.CommentId);
        Assert.True(await writer.EraseAsync(erased, default));
        Assert.False(await writer.EraseAsync(erased, default));

        Assert.False(await writer.AddAsync(late, default));
        Assert.True(await writer.AddAsync(later, default));
        await using var connection = await host.Database.OpenConnectionAsync();
        Assert.Equal(
            new[] { other, later }.Select(taught => taught.Comment.CommentId.ToString()), await connection.QueryAsync<string>("SELECT comment_id FROM lessons ORDER BY number"));
        Assert.Equal(5, (await host.Services.GetRequiredService<LogReader>().NewestAsync(default))["demo"]);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Old_lessons_are_forgotten(string store)
    {
        var databases = await Setup.Stores.CreateAsync(store);
        var (old, recent) = (Teach.Fine(1), Teach.Fine(2));
        await using (var before = await LearnerHost.StartAsync(databases, ["demo"], settings: new() { ["Retention:Days"] = "0" }))
        {
            await before.SendAsync(old with { DecidedAt = DateTimeOffset.UtcNow.AddDays(-91) }, recent with { DecidedAt = DateTimeOffset.UtcNow.AddDays(-89) });
            Assert.Equal(2, (await before.SettledAsync("demo")).Report.Heads[0].Fine);
        }

        await using var host = await LearnerHost.StartAsync(databases, ["demo"]);
        await Eventually.TrueAsync(async () => await CountAsync(host) == 1, "the old lesson is forgotten");

        var report = (await host.SettledAsync("demo")).Report;
        Assert.Equal((1, "unlearned"), (report.Heads[0].Fine, report.Versions[0].Cause));
    }

    private static AuthorErased Erased(DateTimeOffset at, params Guid[] comments) => new()
    {
        ErasureId = Guid.NewGuid(),
        SiteId = "demo",
        AuthorKey = AuthorKey.Of(_demo, Teach.Email)!,
        ErasedAt = at,
        CommentIds = comments,
    };

    private static async Task<long> CountAsync(LearnerHost host)
    {
        await using var connection = await host.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM lessons");
    }
}
