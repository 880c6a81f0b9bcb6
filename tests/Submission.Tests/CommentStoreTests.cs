using Microsoft.Extensions.Options;
using Moderation.Contracts;
using Moderation.Hosting.Retention;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Stores;
using Moderation.Submission.Import;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Tests;

public abstract class CommentStoreTests : IAsyncLifetime
{
    private static readonly TimeSpan _relayAfter = TimeSpan.FromSeconds(30);
    private static readonly Site _site = new()
    {
        Id = "demo",
        Name = "Demo",
        Language = "hi",
        Origins = [],
        ClosedPages = new HashSet<string>(),
        Secret = "demo-secret",
    };

    private readonly SettableTime _time = new();
    private readonly RetentionOptions _retention = new();
    private CommentStore _store = null!;
    private ImportStore _imports = null!;

    internal abstract Task<IDatabases> Databases();

    [Fact]
    public async Task A_comment_is_due_after_a_while_and_then_after_twice_as_long()
    {
        var comment = await Save();

        Assert.Empty(await _store.ClaimDue(10, default));
        _time.Now += _relayAfter;
        Assert.Equal(comment, Assert.Single(await _store.ClaimDue(10, default)).Message);
        Assert.Empty(await _store.ClaimDue(10, default));
        _time.Now += _relayAfter;
        Assert.Single(await _store.ClaimDue(10, default));
        _time.Now += _relayAfter;
        Assert.Empty(await _store.ClaimDue(10, default));
        _time.Now += _relayAfter;
        Assert.Single(await _store.ClaimDue(10, default));
    }

    [Fact]
    public async Task A_due_comment_is_claimed_by_one_instance_only()
    {
        for (var count = 0; count < 100; count++)
        {
            await Save();
        }

        _time.Now += _relayAfter;

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _store.ClaimDue(50, default))));

        var ids = claims.SelectMany(claim => claim).Select(comment => comment.CommentId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_decided_comment_is_never_due_again()
    {
        var comment = await Save();
        await _store.Decide(comment.CommentId, CommentStatus.Held, 1, _time.Now, default);

        _time.Now += _relayAfter;

        Assert.Empty(await _store.ClaimDue(10, default));
    }

    [Theory]
    [InlineData("approved@1", "approved")]
    [InlineData("held@1 approved@2", "approved")]
    [InlineData("approved@2 held@1", "approved")]
    [InlineData("approved@1 rejected@2", "withdrawn")]
    [InlineData("approved@1 rejected@2 rejected@3", "withdrawn")]
    [InlineData("rejected@2 approved@1", "rejected")]
    [InlineData("approved@1 rejected@2 approved@3", "approved")]
    [InlineData("held@1 approved@2 held@3", "held")]
    [InlineData("approved@2 held@3 approved@2", "held")]
    [InlineData("approved@1 held@2 approved@3 rejected@4", "withdrawn")]
    [InlineData("held@1:0 approved@1:5", "held")]
    [InlineData("approved@1:5 held@1:0", "held")]
    public async Task The_newest_decision_stands(string decisions, string status)
    {
        var comment = await Save();

        foreach (var decision in decisions.Split(' '))
        {
            var parts = decision.Split('@', ':');
            var delay = parts.Length > 2 ? int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) : 0;
            var sequence = long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            await _store.Decide(comment.CommentId, parts[0], sequence, _time.Now.AddSeconds(delay), default);
        }

        Assert.Equal(status, (await _store.Find(comment.CommentId, default))?.Status);
    }

    [Fact]
    public async Task A_decision_on_an_unknown_comment_changes_nothing()
    {
        await _store.Decide(Guid.CreateVersion7(), CommentStatus.Approved, 1, _time.Now, default);
    }

    [Fact]
    public async Task A_replay_makes_due_what_is_undecided_or_was_decided_lately()
    {
        var old = await Save();
        await _store.Decide(old.CommentId, CommentStatus.Approved, 1, _time.Now, default);
        _time.Now += TimeSpan.FromMinutes(20);
        var fresh = await Save();
        await _store.Decide(fresh.CommentId, CommentStatus.Approved, 1, _time.Now, default);
        var pending = await Save();
        // However long the process was away.
        _time.Now += TimeSpan.FromDays(1);

        await _store.Replay(TimeSpan.FromMinutes(10), default);

        var due = (await _store.ClaimDue(10, default)).Select(comment => comment.CommentId);
        Assert.Equal(new[] { fresh.CommentId, pending.CommentId }.Order(), due.Order());
    }

    [Fact]
    public async Task A_replayed_comment_is_settled_by_the_decision_it_had()
    {
        var comment = await Save();
        var decidedAt = _time.Now;
        await _store.Decide(comment.CommentId, CommentStatus.Approved, 1, decidedAt, default);
        await _store.Replay(TimeSpan.FromMinutes(10), default);

        await _store.Decide(comment.CommentId, CommentStatus.Approved, 1, decidedAt.AddSeconds(1), default);

        _time.Now += _relayAfter;
        Assert.Empty(await _store.ClaimDue(10, default));
        Assert.Equal(decidedAt.ToUnixTimeMilliseconds(), (await _store.Find(comment.CommentId, default))?.DecidedAt);
    }

    [Theory]
    [InlineData(1, CommentStatus.Approved, true)]
    [InlineData(1, null, false)]
    [InlineData(0, CommentStatus.Approved, false)]
    public async Task A_decided_comment_is_forgotten_once_it_is_older_than_the_retention(int days, string? decision, bool isForgotten)
    {
        _retention.Days = days;
        var comment = await Save();
        _time.Now += TimeSpan.FromHours(25);
        if (decision is not null)
        {
            await _store.Decide(comment.CommentId, decision, 1, _time.Now, default);
        }

        await _store.Forget(default);
        await _store.Replay(TimeSpan.FromDays(1), default);

        Assert.Equal(isForgotten, (await _store.ClaimDue(10, default)).Count == 0);
    }

    [Fact]
    public async Task A_forgotten_comment_keeps_its_status_and_cannot_be_replayed()
    {
        var comment = await Save();
        await _store.Decide(comment.CommentId, CommentStatus.Rejected, 1, _time.Now, default);
        _time.Now += TimeSpan.FromHours(2);

        await _store.Forget(default);
        await _store.Replay(TimeSpan.FromDays(1), default);

        Assert.Empty(await _store.ClaimDue(10, default));
        Assert.Equal(CommentStatus.Rejected, (await _store.Find(comment.CommentId, default))?.Status);
    }

    [Fact]
    public async Task A_comment_of_an_archive_goes_out_with_its_decision_until_that_comes_back()
    {
        var comment = NewComment() with { SubmittedAt = _time.Now.AddYears(-5) };
        var imported = new ImportedComment(comment, CommentStatus.Held);

        var first = await _imports.Save(_site, [imported, imported], default);
        var second = await _imports.Save(_site, [imported], default);

        Assert.Equal([imported], first);
        Assert.Empty(second);
        Assert.Equal(1, await _imports.CountWaiting(default));
        _time.Now += _relayAfter;
        var held = Assert.IsType<CommentHeld>(Assert.Single(await _store.ClaimDue(10, default)).Message);
        Assert.Equal((comment, IDecision.Import, comment.SubmittedAt), (held.Comment, held.DecidedBy, held.DecidedAt));
        await _store.Decide(comment.CommentId, CommentStatus.Held, held.Sequence, held.DecidedAt, default);
        Assert.Equal(0, await _imports.CountWaiting(default));
        await _store.Forget(default);
        await _store.Replay(TimeSpan.FromMinutes(10), default);
        Assert.Single(await _store.ClaimDue(10, default));
    }

    [Fact]
    public async Task Two_imports_of_one_archive_save_each_comment_once()
    {
        var archive = Enumerable.Range(0, 200).Select(_ => new ImportedComment(NewComment(), CommentStatus.Approved)).ToList();
        var backwards = archive.AsEnumerable().Reverse().ToList();

        var saved = await Task.WhenAll(Task.Run(() => _imports.Save(_site, archive, default)), Task.Run(() => _imports.Save(_site, backwards, default)));

        Assert.Equal(200, saved.Sum(part => part.Count));
    }

    public async Task InitializeAsync()
    {
        var databases = await Databases();
        databases.Migrate(SubmissionModule.Name, typeof(SubmissionModule).Assembly);
        databases.Migrate(SubmissionModule.Name, typeof(SubmissionModule).Assembly);
        var options = Options.Create(new SubmissionOptions { RelayAfter = _relayAfter });
        _store = new CommentStore(databases.Source(SubmissionModule.Name), _time, options, Options.Create(_retention));
        _imports = new ImportStore(databases.Source(SubmissionModule.Name), _time, options);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<CommentSubmitted> Save()
    {
        var comment = NewComment();
        await _store.Save(comment, null, null, "", default);
        return comment;
    }

    private CommentSubmitted NewComment() => new()
    {
        CommentId = Guid.CreateVersion7(),
        SiteId = "demo",
        Page = new Page { Id = "p1", Url = "https://news.example/p1", Title = "पन्ना" },
        Author = new Author { Name = "पाठक" },
        Body = "नमस्ते",
        Client = new Client(),
        Form = new Form { Trapped = true, Seconds = 0.4 },
        SubmittedAt = _time.Now,
    };
}

public sealed class CommentStoreOnSqlite(SqliteFolder folder) : CommentStoreTests, IClassFixture<SqliteFolder>
{
    internal override Task<IDatabases> Databases() => Task.FromResult(folder.Create());
}

public sealed class CommentStoreOnPostgres(PostgresFixture postgres) : CommentStoreTests, IClassFixture<PostgresFixture>
{
    internal override async Task<IDatabases> Databases() => new PostgresDatabases(await postgres.Server.CreateDatabaseAsync());
}
