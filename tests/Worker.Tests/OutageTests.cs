using System.Diagnostics;
using Moderation.Contracts;
using Moderation.Servers;
using Moderation.Worker.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Worker.Tests;

public sealed class OutageTests
{
    [Fact]
    public async Task Comments_are_held_while_Redis_is_down_and_decided_again_when_it_is_back()
    {
        using var rules = new RuleDirectory();
        await using var own = await EmptyRedis.StartAsync(rules.Path);
        Assert.Equal(Outcome.Approve, (await Judge(own)).Outcome);

        await own.Server.StopAsync();
        var down = await Judge(own);
        var clock = Stopwatch.StartNew();
        var many = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Judge(own)));
        var elapsed = clock.Elapsed;
        await own.Server.StartAsync();
        var up = await Eventually.Get(() => Judge(own), judgement => judgement.Outcome is Outcome.Approve);

        Assert.All(many.Prepend(down), judgement =>
        {
            Assert.Equal(Outcome.Hold, judgement.Outcome);
            var finding = Assert.Single(judgement.Verdict.Findings);
            Assert.Equal("The rate limits could not be checked, so a person should look.", finding.Reason);
            Assert.Equal([Labels.LimitsDegraded], finding.Labels);
        });
        Assert.True(elapsed < TimeSpan.FromSeconds(5), $"500 comments took {elapsed}.");
        Assert.Empty(up.Verdict.Findings);
    }

    [Fact]
    public async Task Comments_are_held_while_Redis_is_slow_and_only_the_first_waits()
    {
        using var rules = new RuleDirectory();
        await using var own = await EmptyRedis.StartAsync(rules.Path);
        await using var other = await ConnectionMultiplexer.ConnectAsync($"{own.Server.ConnectionString},allowAdmin=true");
        await other.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "60000", "WRITE");

        var first = await Judge(own);
        var next = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Judge(own)));
        await other.GetDatabase().ExecuteAsync("CLIENT", "UNPAUSE");
        await Eventually.Get(() => Judge(own), judgement => judgement.Outcome is Outcome.Approve);

        Assert.All(next.Prepend(first), judgement => Assert.Equal("LimitsDegraded", Assert.Single(judgement.Verdict.Findings).Rule));
    }

    [Fact]
    public async Task Comments_are_held_when_Redis_was_never_there()
    {
        using var rules = new RuleDirectory();
        await using var worker = await WorkerApplication.StartAsync("127.0.0.1:1", rules.Path);
        var comment = SomeComment.With();

        await worker.Publish(comment);

        var decision = Assert.Single(await worker.DecisionsOn(comment));
        Assert.IsType<CommentHeld>(decision);
    }

    [Fact]
    public async Task What_became_of_a_comment_is_remembered_when_Redis_is_back()
    {
        using var rules = new RuleDirectory();
        await using var own = await EmptyRedis.StartAsync(rules.Path);
        await own.Server.StopAsync();
        var comment = SomeComment.With();
        await own.Worker.Publish(SomeDecision.Approved(comment));
        await own.Worker.DecisionsOn(comment);

        await own.Server.StartAsync();

        await Eventually.Get(
            () => own.Worker.Pipeline.JudgeAsync(SomeComment.With("a.com"), dryRun: true),
            judgement => judgement.Outcome is Outcome.Approve);
    }

    [Fact]
    public async Task A_stream_of_comments_outlives_a_Redis_that_is_killed()
    {
        using var rules = new RuleDirectory();
        await using var own = await EmptyRedis.StartAsync(rules.Path);
        var before = await Publish(own, 150);
        await Decisions(own, before);

        // Some are on their way when it dies.
        var dying = await Publish(own, 150);
        await own.Server.KillAsync();
        var down = await Publish(own, 150);
        await Decisions(own, dying);
        var whileDown = await Decisions(own, down);
        var starting = own.Server.StartAsync();
        var back = await Publish(own, 150);
        await starting;
        await Decisions(own, back);
        await UntilApproved(own);
        var after = await Publish(own, 150);
        var whenBack = await Decisions(own, after);

        Assert.All(whileDown, decision => Assert.IsType<CommentHeld>(decision));
        Assert.All(whenBack, decision => Assert.IsType<CommentApproved>(decision));
        AssertEachDecidedOnceAndNoneBlindly(own, [.. before, .. dying, .. down, .. back, .. after]);
    }

    [Fact]
    public async Task A_stream_of_comments_outlives_a_Redis_that_is_silent_for_two_seconds()
    {
        using var rules = new RuleDirectory();
        await using var own = await EmptyRedis.StartAsync(rules.Path);
        await using var other = await ConnectionMultiplexer.ConnectAsync($"{own.Server.ConnectionString},allowAdmin=true");
        var before = await Publish(own, 100);
        await Decisions(own, before);

        await other.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "2000");
        var silent = await Publish(own, 400);
        await Decisions(own, silent);
        await UntilApproved(own);
        var after = await Publish(own, 150);
        var whenBack = await Decisions(own, after);

        Assert.All(whenBack, decision => Assert.IsType<CommentApproved>(decision));
        AssertEachDecidedOnceAndNoneBlindly(own, [.. before, .. silent, .. after]);
    }

    // Beside the tests' own threads: hundreds of steps would each wait for their turn there.
    private static Task<IReadOnlyList<CommentSubmitted>> Publish(EmptyRedis own, int count) => Task.Run(async () =>
    {
        IReadOnlyList<CommentSubmitted> comments = [.. Enumerable.Range(0, count).Select(_ => Fresh())];
        foreach (var comment in comments)
        {
            await own.Worker.Publish(comment);
        }

        return comments;
    });

    private static async Task<IReadOnlyList<IDecision>> Decisions(EmptyRedis own, IReadOnlyList<CommentSubmitted> comments)
    {
        var ids = comments.Select(comment => comment.CommentId).ToHashSet();
        return await Eventually.Get(
            () => Task.FromResult(own.Worker.Decisions.Where(decision => ids.Contains(decision.Comment.CommentId)).ToList()),
            decisions => decisions.Count >= ids.Count);
    }

    private static Task<Judgement> UntilApproved(EmptyRedis own) => Eventually.Get(() => Judge(own), judgement => judgement.Outcome is Outcome.Approve);

    private static void AssertEachDecidedOnceAndNoneBlindly(EmptyRedis own, IReadOnlyList<CommentSubmitted> comments)
    {
        var decisions = own.Worker.Decisions.ToList();
        Assert.Equal(comments.Select(comment => comment.CommentId).Order(), decisions.Select(decision => decision.Comment.CommentId).Order());
        Assert.All(decisions, decision => Assert.Equal(1, decision.Sequence));
        // Nothing is wrong with these comments: what is held is held for want of facts, and only that.
        Assert.All(decisions, decision => Assert.Equal(
            decision is CommentHeld ? ["LimitsDegraded"] : Array.Empty<string>(), decision.Verdict.Findings.Select(finding => finding.Rule)));
        Assert.All(decisions, decision => Assert.IsNotType<CommentRejected>(decision));
    }

    // Of an author and an address of its own, so that no rate is reached.
    private static CommentSubmitted Fresh() => SomeComment.With(
        $"Some text {Unlike.Word()}",
        email: $"{Guid.NewGuid():N}@example.com",
        ip: $"2001:db8:{Random.Shared.Next(0x10000):x}:{Random.Shared.Next(0x10000):x}::1") with
    {
        Page = new Page { Id = $"{Guid.NewGuid()}", Url = "https://news.example.com/page", Title = "Page" },
    };

    private static Task<Judgement> Judge(EmptyRedis own) => own.Worker.Pipeline.JudgeAsync(
        SomeComment.With($"Some text {Unlike.Word()}", email: null, ip: null));
}
