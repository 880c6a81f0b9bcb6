using System.Diagnostics;
using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>What websites, readers and moderators see, over HTTP only; the same on every system.</summary>
public abstract class CommentScenarios(ISystem system, ITestOutputHelper output) : IDisposable
{
    // A page of its own for each test: its list holds only what the test posted.
    private readonly string _page = $"story-{Guid.CreateVersion7():N}";

    private Website Website => system.Website;

    private Desk Desk => system.Desk;

    [Fact]
    public async Task Publishes_a_comment_without_its_emails()
    {
        var plain = NewComment.On(_page, "बहुत अच्छी खबर है। मुझे naya.pathak@post.example.org पर लिखिए, या dusra.pata at the rate gmail dot com पर।");
        var comment = plain with { Author = plain.Author with { Name = "राम ram.naam@post.example.org", Email = "nijee.pata@post.example.org" } };

        var clock = Stopwatch.StartNew();
        var id = await Website.SubmitAsync(comment);
        var shown = await Website.ShowsAsync(_page, id);

        output.WriteLine($"From POST to published: {clock.ElapsedMilliseconds} ms.");
        Assert.Contains("बहुत अच्छी खबर है", Assert.Single(shown).Text, StringComparison.Ordinal);
        var answer = await Website.ReadAsync(_page);
        Assert.All(
            ["naya.pathak", "dusra.pata", "ram.naam", "nijee.pata", "post.example.org", "gmail", "@"],
            leak => Assert.DoesNotContain(leak, answer, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Rejects_a_bad_insult()
    {
        var insult = await Website.SubmitAsync(NewComment.On(_page, $"तुम {Insults.Severe} हो, और यह सब लोग जानते हैं।"));
        await Website.ReachesAsync(insult, "rejected");
        var later = await Website.SubmitAsync(NewComment.On(_page, "सड़क बन गई, अब पानी का इंतज़ार है।"));

        var shown = await Website.ShowsAsync(_page, later);

        Assert.Equal(later, Assert.Single(shown).Id);
    }

    [Fact]
    public async Task Publishes_a_held_comment_once_it_is_approved_and_withdraws_it_once_it_is_rejected()
    {
        var id = await HeldAsync();
        Assert.Empty(await Website.ListAsync(_page));

        var approval = Assert.Single(await Desk.DecideAsync("approve", null, id));
        Assert.Equal(("decided", "approved", 2), (approval.Result, approval.State, approval.Sequence));
        await Website.ShowsAsync(_page, id);
        await Website.ReachesAsync(id, "approved");

        var rejection = Assert.Single(await Desk.DecideAsync("reject", approval.Sequence, id));
        Assert.Equal(("decided", "rejected", 3), (rejection.Result, rejection.State, rejection.Sequence));
        await Eventually.GetAsync(() => Website.ListAsync(_page), list => list.Count == 0);
        await Website.ReachesAsync(id, "withdrawn");
    }

    [Fact]
    public async Task Keeps_the_parent_of_a_reply()
    {
        var parent = await Website.SubmitAsync(NewComment.On(_page, "पुल कब तक बन जाएगा, किसी को पता है?"));
        await Website.ShowsAsync(_page, parent);

        var reply = await Website.SubmitAsync(NewComment.On(_page, "अगले साल तक, ऐसा सुना है।") with { ParentId = parent });

        var shown = await Website.ShowsAsync(_page, reply);
        Assert.Equal(parent, shown.Single(comment => comment.Id == reply).ParentId);
    }

    [Fact]
    public async Task Lets_the_first_of_two_moderators_decide_and_tells_the_second_who_it_was()
    {
        var admin = await system.SignInAsync();
        var id = await HeldAsync();

        var both = await Task.WhenAll(Desk.DecideAsync("approve", 1, id), admin.DecideAsync("reject", 1, id));

        var results = both.Select(Assert.Single).ToList();
        var decided = Assert.Single(results, result => result.Result == "decided");
        var conflict = Assert.Single(results, result => result.Result == "conflict");
        var (first, state) = results[0] == decided ? ("api", "approved") : ("admin", "rejected");
        Assert.Equal((first, state, 2), (decided.DecidedBy, decided.State, decided.Sequence));
        Assert.Equal((first, state, 2), (conflict.DecidedBy, conflict.State, conflict.Sequence));
        await Website.ReachesAsync(id, state);
    }

    [Fact]
    public async Task Takes_a_comment_once_however_often_it_is_posted_with_one_idempotency_key()
    {
        var comment = NewComment.On(_page, "बारिश के बाद भी रास्ता ठीक है।");

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Website.SubmitAsync(comment, $"once-{_page}")));

        var id = Assert.Single(ids.Distinct());
        await Website.ShowsAsync(_page, id);
        var last = await Website.SubmitAsync(NewComment.On(_page, "स्कूल के सामने भी बत्ती चाहिए।"));
        Assert.Equal([id, last], (await Website.ShowsAsync(_page, last)).Select(shown => shown.Id));
    }

    [Fact]
    public async Task Checks_a_text_without_counting_it()
    {
        var comment = NewComment.On(_page, "नगर निगम ने आज अच्छा काम किया।");

        // More often than one reader may post, and than one text may be repeated.
        for (var time = 0; time < 8; time++)
        {
            var answer = await Website.CheckAsync(comment);
            Assert.Equal(("approve", 0), (answer.Outcome, answer.Score));
            Assert.Empty(answer.Findings);
        }

        Assert.Equal("hold", (await Website.CheckAsync(comment with { Body = $"तुम {Insults.Strong} हो।" })).Outcome);
        Assert.Equal("reject", (await Website.CheckAsync(comment with { Body = $"तुम {Insults.Severe} हो।" })).Outcome);
        var id = await Website.SubmitAsync(comment);
        Assert.Equal(id, Assert.Single(await Website.ShowsAsync(_page, id)).Id);
    }

    public void Dispose()
    {
        output.WriteLine(system.Logs);
        GC.SuppressFinalize(this);
    }

    private async Task<Guid> HeldAsync()
    {
        var id = await Website.SubmitAsync(NewComment.On(_page, $"{_page}: तुम {Insults.Strong} हो।"));
        await Website.ReachesAsync(id, "held");
        await Eventually.GetAsync(() => Desk.FindAsync("आशा"), cases => cases.Any(filed => filed.Id == id));
        return id;
    }
}
