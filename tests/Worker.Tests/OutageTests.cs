using System.Diagnostics;
using Moderation.Contracts;
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

    private static Task<Judgement> Judge(EmptyRedis own) => own.Worker.Pipeline.JudgeAsync(
        SomeComment.With($"Some text {Guid.NewGuid()}", email: null, ip: null));
}
