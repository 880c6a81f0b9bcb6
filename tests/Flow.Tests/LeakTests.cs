using System.Text.Json;
using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>Addresses in every field of a comment, through the whole system, and not one of them in anything that leaves it.</summary>
public sealed class LeakTests(ITestOutputHelper output)
{
    private const int Count = 150;
    private const int Seed = 26_11;
    private const string Page = "leaks";

    private static readonly string[] _before = ["", "मुझे लिखें:", "This is right. Write to", "mujhe mail karo", "संपर्क -", "Rs 500 @ 20, ya", "देखिए https://example.org/?to="];
    private static readonly string[] _after = ["", "पर।", "please", "ko, bahut accha lekh!", "\n\nधन्यवाद", "👍"];

    [Fact]
    public async Task No_address_leaves_the_publisher_or_gets_into_a_log()
    {
        await using var system = new LoudStandalone();
        await system.Started.InitializeAsync();
        using var http = new HttpClient { BaseAddress = system.Started.Address };
        using var stream = new ListeningReader(http, $"/v1/sites/demo/stream?page={Page}");
        var random = new Random(Seed);
        var addresses = new List<HiddenAddress>();

        var ids = new List<Guid>();
        for (var number = 0; number < Count; number++)
        {
            ids.Add(await system.Started.Website.SubmitAsync(Comment(number, random, addresses)));
        }

        await ApproveAsync(system.Started, ids);
        await system.Started.Website.ListAsync(Page);
        await Eventually.GetAsync(() => system.Started.Website.ListAsync(Page), list => list.Count == Count);
        await stream.HearsAsync("event: published", Count);
        var exported = await StandaloneCommand.RunAsync("", "export", "--data", system.Started.Data);
        Assert.Equal(Count, exported.Output.Count(unit => unit == '\n'));

        var list = $"/v1/sites/demo/comments?page={Page}&limit=200";
        var sent = new Dictionary<string, string>
        {
            ["list"] = await http.GetStringAsync(new Uri(list, UriKind.Relative)),
            ["threads"] = await http.GetStringAsync(new Uri($"{list}&threads=true", UriKind.Relative)),
            ["counts"] = await http.GetStringAsync(new Uri($"/v1/sites/demo/counts?page={Page}", UriKind.Relative)),
            ["feed of the page"] = await http.GetStringAsync(new Uri($"/v1/sites/demo/feed.atom?page={Page}", UriKind.Relative)),
            ["feed of the site"] = await http.GetStringAsync(new Uri("/v1/sites/demo/feed.atom", UriKind.Relative)),
            ["stream"] = stream.Heard,
            ["export"] = exported.Output,
            ["logs"] = system.Started.WholeLog,
        };
        // What JSON escapes once more.
        foreach (var (name, text) in sent.Where(part => part.Key is "list" or "threads").ToList())
        {
            sent[$"{name}, read"] = string.Join('\n', Texts(JsonElement.Parse(text)));
        }

        output.WriteLine($"{addresses.Count} addresses in {Count} comments; {sent.Values.Sum(text => text.Length):N0} characters sent or logged");
        var leaks = sent.SelectMany(part => Leaks(part.Key, HiddenAddress.Revealed(part.Value), addresses)).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        Assert.Contains(ids[0].ToString(), sent["logs"], StringComparison.Ordinal);
    }

    private static NewComment Comment(int number, Random random, List<HiddenAddress> addresses)
    {
        var comment = NewComment.On(Page, $"{number}: {Pick(random, _before)} {Address().Text} {Pick(random, _after)}");
        return comment with
        {
            Page = comment.Page with
            {
                Title = random.Next(3) == 0 ? $"ख़बर {Address().Text}" : comment.Page.Title,
                Url = random.Next(3) == 0 ? $"https://news.example.com/?reader={Uri.EscapeDataString(Address().Text)}" : comment.Page.Url,
            },
            Author = comment.Author with
            {
                Name = random.Next(3) == 0 ? $"आशा {OneLine(Address().Text)}" : comment.Author.Name,
                Email = $"{Address().Name}@example.com",
                Url = random.Next(3) == 0 ? $"https://example.org/{Uri.EscapeDataString(Address().Text)}" : null,
            },
        };

        HiddenAddress Address()
        {
            addresses.Add(new HiddenAddress(random));
            return addresses[^1];
        }
    }

    private static async Task ApproveAsync(StandaloneSystem system, IReadOnlyList<Guid> ids)
    {
        foreach (var id in ids)
        {
            var status = await Eventually.GetAsync(() => system.Website.StatusAsync(id), status => status != "pending");
            if (status != "approved")
            {
                await Eventually.GetAsync(() => system.Desk.DecideAsync("approve", 1, id), results => results[0].Result == "decided");
            }
        }
    }

    private static IEnumerable<string> Leaks(string where, string seen, IEnumerable<HiddenAddress> addresses) => addresses
        .Where(address => seen.Contains(address.Name, StringComparison.Ordinal))
        .Select(address => $"{where}: {address}");

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    private static string OneLine(string text) => text.Replace('\n', ' ');

    private static string Pick(Random random, string[] all) => all[random.Next(all.Length)];

    /// <summary>Logs what an operator sees who looks for a fault.</summary>
    private sealed class LoudStandalone : IAsyncDisposable
    {
        public StandaloneSystem Started { get; } = new() { More = new Dictionary<string, string> { ["Serilog__MinimumLevel__Default"] = "Debug" } };

        public async ValueTask DisposeAsync() => await Started.DisposeAsync();
    }
}
