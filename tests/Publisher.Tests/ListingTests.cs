using System.Net;
using System.Text.Json;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class ListingOnSqliteTests : ListingTests<SqliteStore>;

/// <summary>Which comments are listed, in what order, and how one gets from page to page.</summary>
public abstract class ListingTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    [Fact]
    public async Task Lists_the_newest_first_unless_told_otherwise()
    {
        var ids = await PublishAsync(3);

        Assert.Equal(ids.Reverse(), (await Publisher.ItemsAsync()).Select(Id));
        Assert.Equal(ids.Reverse(), (await Publisher.ItemsAsync("&order=newest")).Select(Id));
        Assert.Equal(ids, (await Publisher.ItemsAsync("&order=oldest")).Select(Id));
    }

    [Fact]
    public async Task Keeps_pages_and_sites_apart()
    {
        await Publisher.DeliverAsync(
            Decide.Approve(Decide.Comment("here")),
            Decide.Approve(Decide.Comment("other page", page: "another story")),
            Decide.Approve(Decide.Comment("other site", site: "post")));

        Assert.Equal("here", Text(Assert.Single(await Publisher.ItemsAsync())));
        Assert.Equal("other page", Text(Assert.Single(await Publisher.ItemsAsync(page: "another%20story"))));
        Assert.Equal("other site", Text(Assert.Single(await Publisher.ItemsAsync(site: "post"))));
    }

    [Fact]
    public async Task A_page_without_comments_has_an_empty_list()
    {
        var list = await Publisher.ListAsync(page: "quiet");

        Assert.Equal("""{"count":0,"version":0,"items":[]}""", list.GetRawText());
    }

    [Fact]
    public async Task Lists_fifty_unless_told_otherwise()
    {
        await PublishAsync(51);

        Assert.Equal(50, (await Publisher.ItemsAsync()).Count);
        Assert.Equal(51, (await Publisher.ItemsAsync("&limit=200")).Count);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public async Task Only_a_list_that_goes_on_has_a_next(int limit, bool goesOn)
    {
        await PublishAsync(5);

        var list = await Publisher.ListAsync($"&limit={limit}");

        Assert.Equal(goesOn, list.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task Paging_misses_and_repeats_nothing_while_comments_arrive_and_go(string order)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var page = $"{order}-{seed}";
            var present = await PublishAsync(random.Next(1, 30), page, random);
            var limit = random.Next(1, 8);
            var seen = new List<Guid>();
            string? next = null;
            do
            {
                var list = await Publisher.ListAsync($"&order={order}&limit={limit}" + (next is null ? "" : $"&cursor={next}"), page);
                seen.AddRange(list.GetProperty("items").EnumerateArray().Select(Id));
                next = list.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
                Assert.True(seen.Count <= 200, "The list does not end.");
                if (seen.Count < 60)
                {
                    Publisher.Clock.Advance(TimeSpan.FromMilliseconds(1));
                    await PublishAsync(random.Next(0, 3), page, random);
                }
            }
            while (next is not null);

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Empty(present.Except(seen));
        }
    }

    [Fact]
    public async Task A_cursor_stays_right_when_its_own_comment_is_withdrawn()
    {
        var comments = Enumerable.Range(0, 4).Select(_ => Decide.Comment()).ToList();
        foreach (var comment in comments)
        {
            Publisher.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Publisher.DeliverAsync(Decide.Approve(comment));
        }

        var next = (await Publisher.ListAsync("&order=oldest&limit=2")).GetProperty("next").GetString();
        await Publisher.DeliverAsync(Decide.Reject(comments[1], sequence: 2));

        var rest = await Publisher.ItemsAsync($"&order=oldest&cursor={next}");
        Assert.Equal([comments[2].CommentId, comments[3].CommentId], rest.Select(Id));
    }

    [Fact]
    public async Task Takes_the_longest_page_id_that_intake_lets_through()
    {
        var random = new Random(7);
        var page = string.Concat(Enumerable.Range(0, 3_200).Select(_ => (char)random.Next(0x0905, 0x0939)));

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(page: page)));

        Assert.Empty(await Publisher.ItemsAsync());
    }

    [Theory]
    [InlineData("/v1/sites/nowhere/comments?page=story")]
    [InlineData("/v1/sites/nowhere/comments")]
    public async Task An_unknown_site_is_not_found(string path)
    {
        var (status, problem) = await Publisher.FailAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("There is no such site.", problem.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("page", "")]
    [InlineData("page", "?page=")]
    [InlineData("limit", "?page=story&limit=0")]
    [InlineData("limit", "?page=story&limit=201")]
    [InlineData("limit", "?page=story&limit=-1")]
    [InlineData("limit", "?page=story&limit=1.5")]
    [InlineData("limit", "?page=story&limit=")]
    [InlineData("limit", "?page=story&limit=ten")]
    [InlineData("limit", "?page=story&limit=99999999999999999999")]
    [InlineData("order", "?page=story&order=best")]
    [InlineData("order", "?page=story&order=")]
    [InlineData("cursor", "?page=story&cursor=")]
    [InlineData("cursor", "?page=story&cursor=x")]
    [InlineData("cursor", "?page=story&cursor=%00")]
    [InlineData("cursor", "?page=story&cursor=AAAA")]
    [InlineData("cursor", "?page=story&cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("cursor", "?page=story&cursor=1%27%3B%20DROP%20TABLE%20comments%3B%20--")]
    public async Task A_wrong_parameter_is_told_by_its_name(string field, string query)
    {
        var (status, problem) = await Publisher.FailAsync($"/v1/sites/demo/comments{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.EndsWith(".", error.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_parameter_is_told()
    {
        var (_, problem) = await Publisher.FailAsync("/v1/sites/demo/comments?order=best&limit=0&cursor=x&threads=maybe&replies=51");

        Assert.Equal(["cursor", "limit", "order", "page", "replies", "threads"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData("/v1/sites/riya%40example.com/comments?page=riya@example.com")]
    [InlineData("/v1/sites/demo/comments?page=riya@example.com&order=riya@example.com&limit=riya@example.com&cursor=riya@example.com")]
    [InlineData("/v1/avatars/riya@example.com.svg")]
    [InlineData("/v1/nothing/riya@example.com")]
    public async Task A_problem_does_not_repeat_what_was_sent(string path)
    {
        var (_, problem) = await Publisher.FailAsync(path);

        Assert.DoesNotContain("riya", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("%ED%A0%80")]
    [InlineData("%FF%FE")]
    [InlineData("%E2%80%AE")]
    [InlineData("'%20OR%20'1'='1")]
    public async Task A_strange_page_id_is_a_page_without_comments(string page)
    {
        await PublishAsync(1);

        Assert.Empty(await Publisher.ItemsAsync(page: page));
    }

    [Theory]
    [InlineData("https://news.example.com", true)]
    [InlineData("https://elsewhere.example.org", false)]
    public async Task Pages_of_the_site_may_read_from_a_browser(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/sites/demo/comments?page=story");
        request.Headers.Add("Origin", origin);

        using var response = await Publisher.Http.SendAsync(request);

        Assert.Equal(allowed ? [origin] : [], response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values : []);
    }

    // Several comments share a millisecond now and then.
    private async Task<IReadOnlyList<Guid>> PublishAsync(int count, string page = "story", Random? random = null)
    {
        var ids = new List<Guid>();
        for (var written = 0; written < count; written++)
        {
            Publisher.Clock.Advance(TimeSpan.FromMilliseconds(random?.Next(0, 2) ?? 1));
            var comment = Decide.Comment(page: page);
            ids.Add(comment.CommentId);
            await Publisher.DeliverAsync(Decide.Approve(comment));
        }

        return ids;
    }

    private static Guid Id(JsonElement item) => item.GetProperty("id").GetGuid();

    private static string? Text(JsonElement item) => item.GetProperty("text").GetString();
}
