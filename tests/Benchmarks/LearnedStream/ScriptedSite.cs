using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Benchmarks.Flow;
using Moderation.Benchmarks.Quality;

namespace Moderation.Benchmarks.LearnedStream;

/// <summary>A site's server that posts its readers' comments, and a moderator at its desk who decides by what the data say.</summary>
internal sealed class ScriptedSite(Uri submission, Uri dashboard) : IDisposable
{
    private const int MostAtOnce = 200;
    private static readonly string[] _states = ["held", "approved", "rejected"];

    private readonly HttpClient _http = new()
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", ModerationSystem.Secret) },
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Posts comments at once and waits until each is decided or held.</summary>
    /// <param name="texts">What readers wrote, at most 200.</param>
    /// <param name="part">A number of its own.</param>
    /// <returns>What became of each, in the order of <paramref name="texts"/>; null for one that the service refuses to take.</returns>
    public async Task<IReadOnlyList<Filed?>> PostAsync(IReadOnlyList<LabelledText> texts, int part)
    {
        var name = $"Pathak {part}";
        var ids = await Task.WhenAll(texts.Select((text, number) => PostOneAsync(text, name, part * MostAtOnce + number)));
        var wanted = ids.OfType<Guid>().ToHashSet();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var filed = new Dictionary<Guid, Filed>();
            foreach (var state in _states)
            {
                var list = await _http.GetFromJsonAsync<Cases>(new Uri(dashboard, $"/dashboard/api/comments?state={state}&author={Uri.EscapeDataString(name)}&limit={MostAtOnce}"));
                foreach (var item in list!.Items)
                {
                    filed[item.Id] = item;
                }
            }

            if (wanted.IsSubsetOf(filed.Keys))
            {
                return [.. ids.Select(id => id is { } known ? filed[known] : null)];
            }

            await pause.WaitForNextTickAsync();
        }
    }

    /// <summary>Decides at once, each as its text is labelled.</summary>
    public async Task DecideAsync(IEnumerable<(Guid Id, string Label)> held)
    {
        var decisions = held.Select(comment => new
        {
            id = comment.Id,
            decision = comment.Label switch { "ok" => "approve", "spam" => "spam", _ => "reject" },
            reason = comment.Label is "abuse" ? "abusive" : null,
        }).ToList();
        if (decisions.Count > 0)
        {
            using var answer = await _http.PostAsJsonAsync(new Uri(dashboard, "/dashboard/api/decisions"), new { decisions });
            answer.EnsureSuccessStatusCode();
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Guid?> PostOneAsync(LabelledText text, string name, int number)
    {
        // Every reader somebody else: this is about texts, not about rates.
        using var answer = await _http.PostAsJsonAsync(new Uri(submission, $"/v1/sites/{ModerationSystem.Site}/comments"), new
        {
            page = new { id = $"stream-{number / 50}", url = "http://localhost/", title = "Stream" },
            author = new { name, email = $"pathak-{number}@example.org" },
            body = text.Text,
            client = new { ip = $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}" },
        });
        return answer.StatusCode is HttpStatusCode.Accepted
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()
            : null;
    }

    private sealed record Cases(IReadOnlyList<Filed> Items);
}

/// <summary>A comment as the desk has it.</summary>
internal sealed record Filed(Guid Id, string State, FiledVerdict Verdict)
{
    /// <summary>What the rules that learn nothing would have made of it, by the bands that ship.</summary>
    public string StateByRules => Verdict.Findings.Where(finding => !finding.Rule.StartsWith("Learned", StringComparison.Ordinal)).Sum(finding => finding.Score) switch
    {
        >= 10 => "rejected",
        >= 5 => "held",
        _ => "approved",
    };
}

internal sealed record FiledVerdict(IReadOnlyList<FiledFinding> Findings);

internal sealed record FiledFinding(string Rule, double Score);
