using System.Net;
using System.Text;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class LiveOnSqliteTests : LiveTests<SqliteStore>;

/// <summary>What a reader of a page sees come and go.</summary>
public abstract class LiveTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    [Fact]
    public async Task A_published_comment_comes_as_it_is_listed()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        await using var stream = await LiveStream.OpenAsync(Publisher);
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["no"], stream.Response.Headers.GetValues("X-Accel-Buffering"));
        var comment = Decide.Comment("दो\nपंक्तियाँ\r\n\n & <b>");

        await Publisher.DeliverAsync(Decide.Approve(comment));

        var published = (await stream.NextAsync())!;
        Assert.Equal(("published", "2", 2), (published.Type, published.Id, published.Count));
        Assert.Equal((await Publisher.ItemsAsync())[0].GetRawText(), published.Data.GetProperty("comment").GetRawText());
        Assert.Equal(TimeSpan.FromSeconds(3), stream.Parser.ReconnectionInterval);
    }

    [Fact]
    public async Task A_withdrawn_comment_goes_and_comes_back()
    {
        var comment = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Approve(comment));
        await using var stream = await LiveStream.OpenAsync(Publisher);

        await Publisher.DeliverAsync(Decide.Reject(comment, sequence: 2));
        var withdrawn = (await stream.NextAsync())!;
        await Publisher.DeliverAsync(Decide.Approve(comment, sequence: 3));
        var published = (await stream.NextAsync())!;

        Assert.Equal($$"""{"count":0,"id":"{{comment.CommentId}}","stays":false}""", withdrawn.Data.GetRawText());
        Assert.Equal("withdrawn", withdrawn.Type);
        Assert.Equal(("published", comment.CommentId, 1), (published.Type, published.Comment, published.Count));
    }

    [Fact]
    public async Task The_place_of_a_withdrawn_comment_goes_when_its_last_reply_does()
    {
        var top = Decide.Comment();
        var reply = Decide.Comment(parent: top.CommentId);
        await Publisher.DeliverAsync(Decide.Approve(top), Decide.Approve(reply));
        await using var stream = await LiveStream.OpenAsync(Publisher);

        await Publisher.DeliverAsync(Decide.Reject(top, sequence: 2));
        var kept = (await stream.NextAsync())!;
        await Publisher.DeliverAsync(Decide.Reject(reply, sequence: 2));
        var gone = await stream.NextAsync(2);

        Assert.Equal((top.CommentId, true, "3"), (kept.Comment, kept.Stays, kept.Id));
        Assert.Equal([top.CommentId, reply.CommentId], gone.Select(withdrawn => withdrawn!.Comment));
        Assert.All(gone, withdrawn => Assert.False(withdrawn!.Stays));
        // Who has only the first of two that changed together asks again for both.
        Assert.Equal(["3", "4"], gone.Select(withdrawn => withdrawn!.Id));
    }

    [Fact]
    public async Task Who_comes_back_gets_what_was_missed_in_its_last_state()
    {
        var comments = Enumerable.Range(0, 4).Select(_ => Decide.Comment()).ToList();
        await Publisher.DeliverAsync([.. comments.Take(3).Select(comment => Decide.Approve(comment))]);
        await Publisher.DeliverAsync(Decide.Reject(comments[1], 2), Decide.Approve(comments[1], 3), Decide.Reject(comments[0], 2), Decide.Approve(comments[3]));

        await using var stream = await LiveStream.OpenAsync(Publisher, "&after=1", lastEventId: "2");
        var missed = await stream.NextAsync(4);

        Assert.Equal(
            [
                ("published", "3", comments[2].CommentId),
                ("published", "5", comments[1].CommentId),
                ("withdrawn", "6", comments[0].CommentId),
                ("published", "7", comments[3].CommentId),
            ],
            missed.Select(change => (change!.Type, change.Id!, change.Comment)));
        Assert.All(missed, change => Assert.Equal(3, change!.Count));
    }

    [Fact]
    public async Task Who_has_a_version_gets_what_is_newer()
    {
        var comments = Enumerable.Range(0, 3).Select(_ => Decide.Comment()).ToList();
        await Publisher.DeliverAsync([.. comments.Select(comment => Decide.Approve(comment))]);

        await using var stream = await LiveStream.OpenAsync(Publisher, "&after=1");

        Assert.Equal(comments.Skip(1).Select(comment => comment.CommentId), (await stream.NextAsync(2)).Select(change => change!.Comment));
    }

    [Fact]
    public async Task Who_missed_much_gets_all_of_it_once()
    {
        var comments = Enumerable.Range(0, 230).Select(_ => Decide.Comment()).ToList();
        await Publisher.DeliverAsync([.. comments.Select(comment => Decide.Approve(comment))]);

        await using var stream = await LiveStream.OpenAsync(Publisher, "&after=0");
        var missed = await stream.NextAsync(230);
        var last = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Approve(last));

        Assert.Equal(comments.Select(comment => comment.CommentId), missed.Select(change => change!.Comment));
        Assert.Equal(last.CommentId, (await stream.NextAsync())!.Comment);
    }

    [Fact]
    public async Task What_was_never_public_and_other_pages_are_not_told()
    {
        await using var stream = await LiveStream.OpenAsync(Publisher);
        var comment = Decide.Comment();

        await Publisher.DeliverAsync(
            Decide.Hold(Decide.Comment()), Decide.Reject(Decide.Comment()), Decide.Approve(Decide.Comment(page: "other")), Decide.Approve(comment));

        Assert.Equal(comment.CommentId, (await stream.NextAsync())!.Comment);
    }

    [Fact]
    public async Task A_version_of_a_database_that_is_no_more_means_from_now_on()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        await using var stream = await LiveStream.OpenAsync(Publisher, lastEventId: "1000");
        var comment = Decide.Comment();

        await Publisher.DeliverAsync(Decide.Approve(comment));

        Assert.Equal(comment.CommentId, (await stream.NextAsync())!.Comment);
    }

    [Fact]
    public async Task An_idle_stream_shows_that_it_lives_every_twenty_seconds()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        using var response = await Publisher.Http.GetAsync(
            new Uri("/v1/sites/demo/stream?page=story", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        Assert.Equal("retry: 3000\nid: 1\n\n", await ReadAsync(stream));

        for (var beat = 0; beat < 3; beat++)
        {
            Publisher.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(":\n\n", await ReadAsync(stream));
        }
    }

    [Fact]
    public async Task A_stream_ends_when_the_service_does()
    {
        await using var stream = await LiveStream.OpenAsync(Publisher);

        await Publisher.StopAsync();

        Assert.Null(await stream.NextAsync());
    }

    [Theory]
    [InlineData("page", "")]
    [InlineData("page", "?page=")]
    [InlineData("after", "?page=story&after=")]
    [InlineData("after", "?page=story&after=-1")]
    [InlineData("after", "?page=story&after=now")]
    public async Task A_wrong_parameter_is_told_by_its_name(string field, string query)
    {
        var (status, problem) = await Publisher.FailAsync($"/v1/sites/demo/stream{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Streams_no_site_that_it_does_not_know()
    {
        var (status, _) = await Publisher.FailAsync("/v1/sites/nowhere/stream?page=story");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var bytes = new byte[200];
        return Encoding.UTF8.GetString(bytes, 0, await stream.ReadAsync(bytes).AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
