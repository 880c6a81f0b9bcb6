using System.Net;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class CountsOnSqliteTests : CountTests<SqliteStore>;

/// <summary>How many comments are published, wherever a number is told.</summary>
public abstract class CountTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    [Fact]
    public async Task Counts_the_published_comments_of_the_pages_in_the_order_asked()
    {
        await Publisher.DeliverAsync(
            Decide.Approve(Decide.Comment(page: "a")),
            Decide.Approve(Decide.Comment(page: "a")),
            Decide.Hold(Decide.Comment(page: "a")),
            Decide.Approve(Decide.Comment(page: "b b")),
            Decide.Approve(Decide.Comment(page: "c", site: "post")));

        var counts = await Publisher.Http.GetStringAsync(new Uri("/v1/sites/demo/counts?page=b%20b&page=c&page=a&page=b%20b", UriKind.Relative));

        Assert.Equal(
            """{"counts":[{"page":"b b","count":1},{"page":"c","count":0},{"page":"a","count":2},{"page":"b b","count":1}]}""",
            counts);
    }

    [Fact]
    public async Task The_count_follows_what_is_published_and_leaves_out_empty_places()
    {
        var top = Decide.Comment();
        var reply = Decide.Comment(parent: top.CommentId);
        await Publisher.DeliverAsync(Decide.Approve(top), Decide.Approve(reply), Decide.Approve(reply), Decide.Hold(Decide.Comment()));
        Assert.Equal(2, await CountAsync());

        await Publisher.DeliverAsync(Decide.Reject(top, sequence: 2));
        Assert.Equal(1, await CountAsync());
        Assert.Equal(2, (await Publisher.ItemsAsync()).Count);

        await Publisher.DeliverAsync(Decide.Approve(top, sequence: 3), Decide.Reject(top, sequence: 2));
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?page=")]
    [InlineData("?page=a&page=")]
    public async Task Counts_nothing_without_pages(string query)
    {
        var (status, problem) = await Publisher.FailAsync($"/v1/sites/demo/counts{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("page", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Counts_a_hundred_pages_and_no_more()
    {
        static string Pages(int count) => string.Join('&', Enumerable.Range(0, count).Select(number => $"page={number}"));

        using var enough = await Publisher.Http.GetAsync(new Uri($"/v1/sites/demo/counts?{Pages(100)}", UriKind.Relative));
        var (status, _) = await Publisher.FailAsync($"/v1/sites/demo/counts?{Pages(101)}");

        Assert.Equal(HttpStatusCode.OK, enough.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task Counts_for_no_site_that_it_does_not_know()
    {
        var (status, _) = await Publisher.FailAsync("/v1/sites/nowhere/counts?page=a");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private async Task<long> CountAsync() => (await Publisher.ListAsync()).GetProperty("count").GetInt64();
}
