using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Moderation.Contracts;
using Moderation.Hosting.Retention;
using Moderation.Hosting.Stores;
using Moderation.Submission.Authors;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Tests;

public abstract class ErasureStoreTests : IAsyncLifetime
{
    private const string Asha = "key-of-asha";
    private const string Ravi = "key-of-ravi";
    private static readonly TimeSpan _relayAfter = TimeSpan.FromSeconds(30);
    private readonly SettableTime _time = new();
    private DbDataSource _database = null!;
    private CommentStore _comments = null!;
    private ErasureStore _erasures = null!;

    internal abstract Task<IDatabases> Databases();

    [Fact]
    public async Task Nothing_of_the_author_is_left_in_any_table()
    {
        await Save(Asha);

        await _erasures.Request("demo", Asha, default);

        var rows = await Everything();
        Assert.All(["आशा", "asha@example.com", "नमस्ते", "asha.example", "192.0.2.9", "Reader/1", "ref.example", "hash of the request"], leak => Assert.DoesNotContain(leak, rows, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_author_and_another_site_keep_theirs()
    {
        var other = await Save(Ravi);
        var elsewhere = await Save(Asha, site: "other");

        await _erasures.Request("demo", Asha, default);
        _time.Now += _relayAfter;

        Assert.Equal(
            new[] { other.CommentId, elsewhere.CommentId }.Order(),
            (await _comments.ClaimDue(10, default)).Select(comment => comment.CommentId).Order());
    }

    [Theory]
    [InlineData(null, "withdrawn")]
    [InlineData(CommentStatus.Held, "withdrawn")]
    [InlineData(CommentStatus.Approved, "withdrawn")]
    [InlineData(CommentStatus.Rejected, "rejected")]
    public async Task An_erased_comment_has_a_status_that_no_late_decision_changes(string? before, string after)
    {
        var comment = await Save(Asha);
        if (before is not null)
        {
            await _comments.Decide(comment.CommentId, before, 1, _time.Now, default);
        }

        await _erasures.Request("demo", Asha, default);
        await _comments.Decide(comment.CommentId, CommentStatus.Approved, 7, _time.Now, default);

        var status = await _comments.Find(comment.CommentId, default);
        Assert.Equal(after, status?.Status);
        Assert.NotNull(status?.DecidedAt);
    }

    [Fact]
    public async Task An_erased_comment_is_never_published_again()
    {
        await Save(Asha);

        await _erasures.Request("demo", Asha, default);
        await _comments.Replay(TimeSpan.FromDays(1), default);
        _time.Now += TimeSpan.FromDays(1);

        Assert.Empty(await _comments.ClaimDue(10, default));
    }

    [Fact]
    public async Task A_comment_after_the_erasure_is_a_new_one()
    {
        await _erasures.Request("demo", Asha, default);
        _time.Now += TimeSpan.FromMilliseconds(1);
        var later = await Save(Asha);

        await _erasures.EraseAgain(Assert.Single(await _erasures.ClaimDue(10, default)), default);

        _time.Now += _relayAfter;
        Assert.Equal(later, Assert.Single(await _comments.ClaimDue(10, default)).Message);
    }

    [Fact]
    public async Task A_comment_that_was_still_being_saved_is_erased_on_the_second_look()
    {
        var erasure = await _erasures.Request("demo", Asha, default);
        var late = await Save(Asha, at: _time.Now.AddMilliseconds(-1));

        var erased = await _erasures.EraseAgain(erasure, default);

        Assert.Equal([late.CommentId], erased);
        Assert.DoesNotContain("नमस्ते", await Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_with_the_same_idempotency_key_still_names_the_erased_comment()
    {
        var comment = await Save(Asha, idempotencyKey: "key-1");
        await _erasures.Request("demo", Asha, default);

        var again = await _comments.Save(comment with { CommentId = Guid.CreateVersion7() }, Asha, "key-1", "hash of the request", default);

        Assert.Equal(new SavedComment(comment.CommentId, IsNew: false, IsSameRequest: true), again);
    }

    [Fact]
    public async Task An_erasure_is_due_at_once_and_again_until_it_is_finished()
    {
        var erasure = await _erasures.Request("demo", Asha, default);

        Assert.Equal(erasure, Assert.Single(await _erasures.ClaimDue(10, default)));
        Assert.Empty(await _erasures.ClaimDue(10, default));
        _time.Now += _relayAfter;
        Assert.Single(await _erasures.ClaimDue(10, default));
        await _erasures.Finish(erasure.Id, default);
        _time.Now += TimeSpan.FromDays(1);
        Assert.Empty(await _erasures.ClaimDue(10, default));
    }

    [Fact]
    public async Task An_erasure_is_done_once_every_service_has_confirmed_it()
    {
        var erasure = await _erasures.Request("demo", Asha, default);
        foreach (var service in ErasureStatus.Services)
        {
            Assert.False((await _erasures.Find(erasure.Id, "demo", default))!.IsDone);
            await _erasures.Confirm(erasure.Id, service, default);
            _time.Now += TimeSpan.FromSeconds(1);
            await _erasures.Confirm(erasure.Id, service, default);
        }

        var status = await _erasures.Find(erasure.Id, "demo", default);
        Assert.True(status!.IsDone);
        Assert.Equal(erasure.RequestedAt.ToUnixTimeMilliseconds(), status.DoneAt["submission"]);
        Assert.Null(await _erasures.Find(erasure.Id, "other", default));
    }

    public async Task InitializeAsync()
    {
        var databases = await Databases();
        databases.Migrate(SubmissionModule.Name, typeof(SubmissionModule).Assembly);
        _database = databases.Source(SubmissionModule.Name);
        var options = Options.Create(new SubmissionOptions { RelayAfter = _relayAfter });
        _comments = new CommentStore(_database, _time, options, Options.Create(new RetentionOptions()));
        _erasures = new ErasureStore(_database, _time, options);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<CommentSubmitted> Save(string author, string site = "demo", DateTimeOffset? at = null, string? idempotencyKey = null)
    {
        var comment = new CommentSubmitted
        {
            CommentId = Guid.CreateVersion7(at ?? _time.Now),
            SiteId = site,
            Page = new Page { Id = "p1", Url = "https://news.example/p1", Title = "पन्ना" },
            Author = new Author { Name = "आशा", Email = "asha@example.com", Url = "https://asha.example/" },
            Body = "नमस्ते",
            Client = new Client { Ip = "192.0.2.9", UserAgent = "Reader/1", Referrer = "https://ref.example/" },
            SubmittedAt = at ?? _time.Now,
        };
        await _comments.Save(comment, author, idempotencyKey, "hash of the request", default);
        return comment;
    }

    private async Task<string> Everything()
    {
        await using var connection = await _database.OpenConnectionAsync();
        var rows = new List<object>();
        foreach (var table in new[] { "comments", "erasures", "erasure_confirmations" })
        {
            rows.AddRange(await connection.QueryAsync($"SELECT * FROM {table}"));
        }

        return string.Join('\n', rows);
    }
}

public sealed class ErasureStoreOnSqlite(SqliteFolder folder) : ErasureStoreTests, IClassFixture<SqliteFolder>
{
    internal override Task<IDatabases> Databases() => Task.FromResult(folder.Create());
}

public sealed class ErasureStoreOnPostgres(PostgresFixture postgres) : ErasureStoreTests, IClassFixture<PostgresFixture>
{
    internal override async Task<IDatabases> Databases() => new PostgresDatabases(await postgres.Server.CreateDatabaseAsync());
}
