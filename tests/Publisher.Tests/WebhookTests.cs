using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace Moderation.Publisher.Tests;

public sealed class WebhooksOnSqliteTests : WebhookTests<SqliteStore>;

/// <summary>A website that wants to be told.</summary>
public abstract class WebhookTests<TStore> : IAsyncLifetime
    where TStore : ITestStore, new()
{
    private readonly TStore _store = new();
    private WebsiteServer _website = null!;
    private PublisherHost _publisher = null!;

    public async Task InitializeAsync()
    {
        _website = await WebsiteServer.StartAsync();
        _publisher = await PublisherHost.StartAsync(await _store.CreateAsync(), webhook: _website.Hook);
        // Who verifies a signature looks at its own clock.
        _publisher.Clock.Advance(TimeProvider.System.GetUtcNow() - _publisher.Clock.Now);
        _publisher.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-secret");
    }

    public async Task DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _website.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Is_told_what_is_published_and_withdrawn_in_messages_that_others_can_verify()
    {
        var comment = Decide.Comment("मुझे लिखिए: asha@example.com", email: "asha@example.com");
        await _publisher.DeliverAsync(Decide.Approve(comment), Decide.Approve(comment));
        await _website.HearsAsync(1);
        await _publisher.DeliverAsync(Decide.Reject(comment, 2));

        var messages = await _website.HearsAsync(2);

        var verifier = new StandardWebhook(WebsiteServer.Secret);
        Assert.All(messages, message => verifier.Verify(message.Body, message.Headers));
        var (published, withdrawn) = (JsonElement.Parse(messages[0].Body), JsonElement.Parse(messages[1].Body));
        Assert.Equal("comment.published", published.GetProperty("type").GetString());
        Assert.Equal("comment.withdrawn", withdrawn.GetProperty("type").GetString());
        var data = published.GetProperty("data");
        Assert.Equal(("demo", "story", 1), (data.GetProperty("site").GetString(), data.GetProperty("pageId").GetString(), data.GetProperty("sequence").GetInt32()));
        Assert.Equal("मुझे लिखिए: [ईमेल हटाया गया]", data.GetProperty("comment").GetProperty("text").GetString());
        Assert.Equal(comment.CommentId, withdrawn.GetProperty("data").GetProperty("id").GetGuid());
        Assert.DoesNotContain(messages, message => message.Body.Contains('@', StringComparison.Ordinal));
        Assert.Equal(2, messages.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_changed_message_does_not_verify()
    {
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));

        var message = Assert.Single(await _website.HearsAsync(1));

        Assert.Throws<WebhookVerificationException>(() => new StandardWebhook(WebsiteServer.Secret).Verify(message.Body + " ", message.Headers));
    }

    [Fact]
    public async Task Hears_nothing_of_what_was_never_public()
    {
        await _publisher.DeliverAsync(Decide.Hold(Decide.Comment()), Decide.Reject(Decide.Comment()), Decide.Approve(Decide.Comment(site: "post")), Decide.Approve(Decide.Comment()));

        Assert.Contains("comment.published", Assert.Single(await _website.HearsAsync(1)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hears_the_same_again_until_it_has_taken_it()
    {
        _website.Answer = HttpStatusCode.InternalServerError;
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        await FailedAsync(1);
        _website.Answer = HttpStatusCode.OK;
        _publisher.Clock.Advance(TimeSpan.FromSeconds(6));

        var messages = await _website.HearsAsync(2);

        Assert.Equal((messages[0].Id, messages[0].Body), (messages[1].Id, messages[1].Body));
        await BecomesAsync(state => state.GetProperty("waiting").GetInt32() == 0);
    }

    [Fact]
    public async Task A_message_that_was_never_taken_is_given_up_listed_and_sent_again_on_request()
    {
        _website.Answer = HttpStatusCode.Redirect;
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            await FailedAsync(attempt);
            _publisher.Clock.Advance(TimeSpan.FromHours(15));
        }

        var dead = await FailedAsync(8);
        Assert.Equal(JsonValueKind.Null, dead.GetProperty("nextAttemptAt").ValueKind);
        Assert.Equal((8, "It answered 302."), (dead.GetProperty("attempts").GetInt32(), dead.GetProperty("lastError").GetString()));
        _website.Answer = HttpStatusCode.OK;
        var id = dead.GetProperty("id").GetString();
        using var resent = await _publisher.Http.PostAsync(new Uri($"/v1/sites/demo/webhooks/{id}/resend", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, resent.StatusCode);
        Assert.Equal(id, (await _website.HearsAsync(9))[^1].Id);
    }

    [Fact]
    public async Task Is_not_sent_a_text_any_more_that_was_withdrawn_before_it_was_taken()
    {
        _website.Answer = HttpStatusCode.InternalServerError;
        var comment = Decide.Comment();
        await _publisher.DeliverAsync(Decide.Approve(comment));
        await FailedAsync(1);
        _website.Answer = HttpStatusCode.OK;
        await _publisher.DeliverAsync(Decide.Reject(comment, 2));

        var messages = await _website.HearsAsync(2);

        Assert.Contains("comment.withdrawn", messages[1].Body, StringComparison.Ordinal);
        await BecomesAsync(state => state.GetProperty("waiting").GetInt32() == 0);
    }

    [Fact]
    public async Task A_website_that_is_gone_is_left_alone()
    {
        _website.Answer = HttpStatusCode.Gone;
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        var dead = await FailedAsync(1);

        Assert.Equal(JsonValueKind.Null, dead.GetProperty("nextAttemptAt").ValueKind);
        using var removed = await _publisher.Http.DeleteAsync(new Uri($"/v1/sites/demo/webhooks/{dead.GetProperty("id").GetString()}", UriKind.Relative));
        using var again = await _publisher.Http.DeleteAsync(new Uri($"/v1/sites/demo/webhooks/{dead.GetProperty("id").GetString()}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (removed.StatusCode, again.StatusCode));
        Assert.Empty((await StateAsync()).GetProperty("failed").EnumerateArray());
    }

    [Fact]
    public async Task A_website_that_is_down_hears_it_when_it_is_back()
    {
        var hook = _website.Hook;
        await _website.DisposeAsync();
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        var failed = await FailedAsync(1);
        _website = await WebsiteServer.StartAsync(hook);
        _publisher.Clock.Advance(TimeSpan.FromSeconds(6));

        await _website.HearsAsync(1);
        Assert.StartsWith("It could not be reached", failed.GetProperty("lastError").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_site_sees_what_was_not_taken()
    {
        _publisher.Http.DefaultRequestHeaders.Authorization = null;

        using var answer = await _publisher.Http.GetAsync(new Uri("/v1/sites/demo/webhooks", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task<JsonElement> StateAsync() => _publisher.Http.GetFromJsonAsync<JsonElement>(new Uri("/v1/sites/demo/webhooks", UriKind.Relative));

    private async Task<JsonElement> FailedAsync(int attempts)
    {
        var state = await BecomesAsync(state => state.GetProperty("failed").EnumerateArray().Any(message => HasFailed(message, attempts)));
        return state.GetProperty("failed")[0];
    }

    // While an attempt is under way the next one is a minute off, which is no pause between two.
    private bool HasFailed(JsonElement message, int attempts) =>
        message.GetProperty("attempts").GetInt32() == attempts
        && (message.GetProperty("nextAttemptAt").ValueKind == JsonValueKind.Null
            || Math.Abs((message.GetProperty("nextAttemptAt").GetDateTime() - _publisher.Clock.Now.UtcDateTime).TotalSeconds - 60) > 1);

    private async Task<JsonElement> BecomesAsync(Func<JsonElement, bool> wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var state = await StateAsync();
            if (wanted(state))
            {
                return state;
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
