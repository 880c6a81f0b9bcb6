using System.Text.Json;
using Moderation.Contracts;
using Moderation.Hosting.Bus;
using Moderation.Servers;
using Moderation.Worker.Authors;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

[Collection(RedisCollection.Name)]
public sealed class ConsumerTests(RedisFixture fixture) : IAsyncLifetime, IDisposable
{
    private readonly RuleDirectory _rules = new();
    private WorkerApplication _worker = null!;

    public async Task InitializeAsync() => _worker = await WorkerApplication.StartAsync(fixture.ConnectionString, _rules.Path);

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    public void Dispose() => _rules.Dispose();

    [Theory]
    [InlineData("fine", typeof(CommentApproved))]
    [InlineData("snarf", typeof(CommentHeld))]
    [InlineData("wug wug", typeof(CommentRejected))]
    public async Task A_comment_gets_one_first_decision_by_the_rules(string body, Type decision)
    {
        var comment = Fresh(body);

        await _worker.Publish(comment);

        var decided = Assert.Single(await _worker.DecisionsOn(comment));
        Assert.IsType(decision, decided);
        Assert.Equal(comment, decided.Comment);
        Assert.Equal(1, decided.Sequence);
        Assert.Equal("rules", decided.DecidedBy);
        Assert.Matches("^[0-9a-f]{64}$", decided.Verdict.Ruleset);
    }

    [Fact]
    public async Task A_comment_delivered_again_gets_the_same_verdict_and_is_counted_once()
    {
        var text = $"A text sent again and again {Unlike.Word()}";
        var comment = Fresh(text);

        for (var delivery = 0; delivery < 8; delivery++)
        {
            await _worker.Publish(comment);
        }

        var decisions = await _worker.DecisionsOn(comment, 8);
        Assert.Single(decisions.Select(decision => JsonSerializer.Serialize(decision.Verdict)).Distinct());
        Assert.All(decisions, decision => Assert.IsType<CommentApproved>(decision));
        Assert.Equal(Outcome.Approve, (await _worker.Pipeline.JudgeAsync(Fresh(text))).Outcome);
        Assert.Equal(Outcome.Hold, (await _worker.Pipeline.JudgeAsync(Fresh(text))).Outcome);
    }

    [Fact]
    public async Task A_comment_of_an_unknown_site_is_held()
    {
        var comment = Fresh("fine") with { SiteId = "nowhere" };

        await _worker.Publish(comment);

        Assert.IsType<CommentHeld>(Assert.Single(await _worker.DecisionsOn(comment)));
    }

    [Fact]
    public async Task An_author_is_new_until_a_comment_is_approved_and_again_when_that_is_reversed()
    {
        var comment = Fresh("fine");
        var link = comment with { CommentId = Guid.CreateVersion7(), Body = "a.com" };
        Assert.Equal(Outcome.Hold, (await _worker.Pipeline.JudgeAsync(link, dryRun: true)).Outcome);

        await _worker.Publish(SomeDecision.Approved(comment));
        await Eventually.Get(() => _worker.Pipeline.JudgeAsync(link, dryRun: true), judgement => judgement.Outcome is Outcome.Approve);

        await _worker.Publish(SomeDecision.Rejected(comment, sequence: 2));
        await Eventually.Get(() => _worker.Pipeline.JudgeAsync(link, dryRun: true), judgement => judgement.Outcome is Outcome.Hold);
    }

    [Fact]
    public async Task The_sixth_comment_at_once_is_held()
    {
        var comments = Enumerable.Range(0, 6).Select(number => Fresh($"fine {number}")).ToList();
        comments = [.. comments.Select(comment => comment with { Author = comments[0].Author, Client = comments[0].Client })];

        var outcomes = new List<Outcome>();
        foreach (var comment in comments)
        {
            outcomes.Add((await _worker.Pipeline.JudgeAsync(comment)).Outcome);
        }

        Assert.Equal([Outcome.Approve, Outcome.Approve, Outcome.Approve, Outcome.Approve, Outcome.Approve, Outcome.Hold], outcomes);
    }

    [Fact]
    public async Task An_erasure_is_confirmed_and_what_was_submitted_before_it_gets_no_decision()
    {
        var before = Fresh("fine");
        var after = before with { CommentId = Guid.CreateVersion7(), SubmittedAt = before.SubmittedAt.AddSeconds(2) };
        var erased = _worker.ErasureOf(before, before.SubmittedAt.AddSeconds(1));

        await _worker.Publish(erased);
        await Eventually.Get(() => Task.FromResult(_worker.Confirmed.SingleOrDefault(done => done.ErasureId == erased.ErasureId)), done => done is { Service: "worker", SiteId: "demo" });
        await _worker.Publish(before);
        await _worker.Publish(after);

        await _worker.DecisionsOn(after);
        await _worker.Publish(before);
        await _worker.Publish(after);
        await _worker.DecisionsOn(after, 2);
        Assert.DoesNotContain(_worker.Decisions, decision => decision.Comment.CommentId == before.CommentId);
    }

    [Fact]
    public void Queues_are_named_as_publishers_declare_them()
    {
        Assert.Equal($"{Queues.ModerateComment}Consumer", nameof(ModerateCommentConsumer));
        Assert.Equal($"{Queues.RememberOutcome}Consumer", nameof(RememberOutcomeConsumer));
        Assert.Equal($"{Queues.EraseFacts}Consumer", nameof(EraseFactsConsumer));
    }

    private static CommentSubmitted Fresh(string body) =>
        SomeComment.With(body, email: $"{Guid.NewGuid():N}@example.com", ip: $"2001:db8:{Random.Shared.Next(0x10000):x}:{Random.Shared.Next(0x10000):x}::1");
}
