using Moderation.Contracts;
using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>What readers may ask for, the same on every system.</summary>
public abstract class ErasureScenarios(ISystem system, ITestOutputHelper output) : IDisposable
{
    private readonly string _page = $"story-{Guid.CreateVersion7():N}";
    private readonly string _email = $"vismrita.{Guid.CreateVersion7():N}@mail.example.com";
    private readonly string _name = $"विस्मृता {Guid.CreateVersion7():N}";
    private readonly string _text = $"यह मेरी अपनी बात है {Guid.CreateVersion7():N}";

    private Website Website => system.Website;

    [Fact]
    public async Task Shows_an_author_everything_and_forgets_it_everywhere()
    {
        var shown = await Website.SubmitAsync(OfTheAuthor($"{_text}।"));
        await Website.ShowsAsync(_page, shown);
        var reply = await Website.SubmitAsync(NewComment.On(_page, "मैं भी यही कहती हूँ।") with { ParentId = shown });
        await Website.ShowsAsync(_page, reply);
        var (approved, held) = (await HeldAsync(), await HeldAsync());
        Assert.Equal("decided", Assert.Single(await system.Desk.DecideAsync("approve", null, approved)).Result);
        await Website.ShowsAsync(_page, approved);
        Guid[] all = [shown, approved, held];
        var kept = await Eventually.GetAsync(() => system.Authors.ExportAsync(_email.ToUpperInvariant()), kept => kept.Cases.Count == 3);
        Assert.Equal(all.Order(), kept.Comments.Select(comment => comment.GetProperty("id").GetGuid()).Order());
        Assert.All(kept.Cases, filed => Assert.Equal(_name, filed.GetProperty("comment").GetProperty("author").GetProperty("name").GetString()));
        var before = await system.StoredAsync();
        Assert.All([_email, _name, _text], kept => Assert.Contains(kept, before, StringComparison.Ordinal));

        await Authors.IsDoneAsync(await system.Authors.EraseAsync(_email));

        var after = await system.StoredAsync();
        Assert.All([_email, _email.Split('@')[0], _name, _text], leak => Assert.DoesNotContain(leak, after, StringComparison.Ordinal));
        Assert.All([_email, _name, _text], leak => Assert.DoesNotContain(leak, system.Logs, StringComparison.Ordinal));
        Assert.Equal([(shown, true), (reply, false)], (await Website.ListAsync(_page)).Select(comment => (comment.Id, comment.Removed)));
        Assert.Equal(["withdrawn", "withdrawn", "withdrawn"], await Task.WhenAll(all.Select(Website.StatusAsync)));
        Assert.Equal((0, 0), await system.Authors.ExportAsync(_email) is var left ? (left.Comments.Count, left.Cases.Count) : default);
        Assert.Equal("conflict", Assert.Single(await system.Desk.DecideAsync("approve", 1, held)).Result);
    }

    [Fact]
    public async Task Takes_what_an_author_writes_after_the_erasure_as_a_new_comment()
    {
        var old = await Website.SubmitAsync(OfTheAuthor($"{_text}।"));
        var erasure = await system.Authors.EraseAsync(_email);
        await Authors.IsDoneAsync(erasure);

        var later = await Website.SubmitAsync(OfTheAuthor($"{_text}, और फिर से।"));

        await Website.ShowsAsync(_page, later);
        Assert.DoesNotContain(await Website.ListAsync(_page), comment => comment.Id == old);
    }

    public void Dispose()
    {
        output.WriteLine(system.Logs);
        GC.SuppressFinalize(this);
    }

    private NewComment OfTheAuthor(string text)
    {
        var comment = NewComment.On(_page, text);
        return comment with { Author = new Author { Name = _name, Email = _email } };
    }

    private async Task<Guid> HeldAsync()
    {
        var id = await Website.SubmitAsync(OfTheAuthor($"{_text}: तुम {Insults.Strong} हो, {Guid.CreateVersion7()}"));
        await Website.ReachesAsync(id, "held");
        await Eventually.GetAsync(() => system.Desk.FindAsync(_email), cases => cases.Any(filed => filed.Id == id));
        return id;
    }
}

/// <summary>Servers of their own: what the faults left behind is not theirs.</summary>
[CollectionDefinition(nameof(ServicesErasures))]
public sealed class OwnServices : ICollectionFixture<ServicesSystem>;

[Collection(nameof(ServicesErasures))]
public sealed class ServicesErasures(ServicesSystem system, ITestOutputHelper output) : ErasureScenarios(system, output)
{
    [Fact]
    public async Task Is_confirmed_once_the_services_and_the_broker_are_back()
    {
        var author = $"door.{Guid.CreateVersion7():N}@mail.example.com";
        var page = $"story-{Guid.CreateVersion7():N}";
        var comment = NewComment.On(page, "नहर में पानी आया।");
        var id = await system.Website.SubmitAsync(comment with { Author = comment.Author with { Email = author } });
        await system.Website.ShowsAsync(page, id);

        await system.RabbitMq.StopAsync();
        await Task.WhenAll(system.Workers.Append(system.Publisher).Select(program => program.KillAsync()));
        var erasure = await system.Authors.EraseAsync(author);
        await system.RabbitMq.StartAsync();
        await Task.WhenAll(system.Workers.Select(worker => worker.StartAsync()));
        await Eventually.GetAsync(
            () => Authors.StatusAsync(erasure), status => status.Contains("\"dashboard\":\"done\"", StringComparison.Ordinal) && status.Contains("\"worker\":\"done\"", StringComparison.Ordinal));
        Assert.StartsWith("pending", await Authors.StatusAsync(erasure), StringComparison.Ordinal);
        await system.Publisher.StartAsync();

        await Authors.IsDoneAsync(erasure);
        Assert.Empty(await system.Website.ListAsync(page));
    }
}

[Collection(nameof(StandaloneSystem))]
public sealed class StandaloneErasures(StandaloneSystem system, ITestOutputHelper output) : ErasureScenarios(system, output);
