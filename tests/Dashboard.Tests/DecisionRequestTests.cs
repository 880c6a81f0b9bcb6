using System.Globalization;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text;

namespace Moderation.Dashboard.Tests;

public class DecisionRequestTests
{
    private const string Id = "019f0000-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("", 400, "The body is not JSON.")]
    [InlineData("{", 400, "The body is not JSON.")]
    [InlineData("""{"decisions":7}""", 400, "What is at $.decisions is not what is expected there.")]
    [InlineData("""{"decisions":[{"id":"\ud800","decision":"approve"}]}""", 400, "What is at $.decisions[0].id is not what is expected there.")]
    [InlineData("""{"decisions":[{"id":"x","decision":"approve","sequence":"one"}]}""", 400, "What is at $.decisions[0].sequence is not what is expected there.")]
    [InlineData("null", 422, "Send 1 to 500 decisions.")]
    [InlineData("{}", 422, "Send 1 to 500 decisions.")]
    [InlineData("""{"decisions":[]}""", 422, "Send 1 to 500 decisions.")]
    [InlineData("""{"decisions":[null]}""", 422, "The id is that of a comment, a UUID. The decision is 'approve', 'reject', 'spam' or 'hold'.")]
    [InlineData($$"""{"decisions":[{"id":"{{Id}}"}]}""", 422, "The decision is 'approve', 'reject', 'spam' or 'hold'.")]
    [InlineData($$"""{"decisions":[{"id":"{{Id}}","decision":"delete"}]}""", 422, "The decision is 'approve', 'reject', 'spam' or 'hold'.")]
    [InlineData($$"""{"decisions":[{"id":"{{Id}}","decision":"spam","sequence":0}]}""", 422, "The sequence is the case's own, 1 or more.")]
    [InlineData($$"""{"decisions":[{"id":"{{Id}}","decision":"spam","note":"a\u0000"}]}""", 422, "The note has at most 1000 characters, and no NUL among them.")]
    public async Task Says_what_is_wrong_with_a_body(string body, int status, string sentence)
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var program = host.Program();

        var answer = await program.PostAsync(
            new Uri("/dashboard/api/decisions", UriKind.Relative), new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(sentence, (await answer.ReadAsync()).String("detail"));
    }

    [Fact]
    public async Task Takes_500_decisions_with_notes_of_1000_characters_and_no_more()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var program = host.Program();
        var decision = new { id = Id, decision = "approve", note = new string('क', 1_000) };

        var most = await program.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = Enumerable.Repeat(decision, 500) });
        var tooMany = await program.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = Enumerable.Repeat(decision, 501) });
        var tooLong = await program.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = new[] { decision with { note = decision.note + "!" } } });

        Assert.Equal(500, (await most.ReadAsync())["results"]!.AsArray().Count);
        Assert.Equal("Send 1 to 500 decisions.", (await tooMany.ReadAsync()).String("detail"));
        Assert.Equal("The note has at most 1000 characters, and no NUL among them.", (await tooLong.ReadAsync())["errors"]!["decisions[0].note"]![0]!.ToString());
    }

    [Fact]
    public async Task Names_every_decision_that_is_wrong()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var program = host.Program();
        var decisions = new[] { "approve", "sell", "approve", "buy" }.Select(decision => new { id = Id, decision });

        var answer = await program.PostAsJsonAsync("/dashboard/api/decisions", new { decisions });

        Assert.Equal(["decisions[1].decision", "decisions[3].decision"], (await answer.ReadAsync())["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Wants_JSON()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var program = host.Program();
        using var form = new FormUrlEncodedContent([new("id", Id.ToString(CultureInfo.InvariantCulture))]);

        var answer = await program.PostAsync(new Uri("/dashboard/api/decisions", UriKind.Relative), form);

        Assert.Equal(415, (int)answer.StatusCode);
        Assert.Equal("Send JSON, with 'Content-Type: application/json'.", (await answer.ReadAsync()).String("detail"));
    }

    [Fact]
    public async Task Does_not_read_a_body_of_5_megabytes()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var program = host.Program();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/dashboard/api/decisions", UriKind.Relative))
        {
            Content = new StringContent(new string(' ', 5_000_000), Encoding.UTF8, MediaTypeNames.Application.Json),
            Headers = { ExpectContinue = true },
        };

        var answer = await program.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
    }
}
