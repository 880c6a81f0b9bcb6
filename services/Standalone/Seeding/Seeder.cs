using System.Text.Json;

namespace Moderation.Standalone.Seeding;

/// <summary>Posts samples as a website's server would, and follows their status.</summary>
internal sealed class Seeder(HttpClient http, string site, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    public async Task<IReadOnlyList<Outcome>> Post(IReadOnlyList<Sample> samples, Action step)
    {
        var outcomes = new List<Outcome>();
        foreach (var sample in samples)
        {
            using var response = await http.PostAsJsonAsync(
                $"/v1/sites/{site}/comments",
                new { sample.Page, sample.Author, sample.Body, sample.Language, sample.Client });
            outcomes.Add(response.IsSuccessStatusCode
                ? new Outcome(sample, response.Headers.Location, Outcome.Pending)
                : new Outcome(sample, null, await Refusal(response)));
            step();
        }

        return outcomes;
    }

    public async Task<IReadOnlyList<Outcome>> Follow(IReadOnlyList<Outcome> posted, Action step)
    {
        var giveUp = time.GetUtcNow() + _patience;
        var outcomes = new List<Outcome>();
        foreach (var comment in posted)
        {
            var outcome = comment;
            while (outcome is { StatusUrl: not null, IsDecided: false })
            {
                var status = await http.GetFromJsonAsync<JsonElement>(outcome.StatusUrl);
                outcome = outcome with { Status = status.GetProperty("status").GetString()! };
                if (outcome.IsDecided || time.GetUtcNow() > giveUp)
                {
                    break;
                }

                await Task.Delay(_pause, time);
            }

            outcomes.Add(outcome);
            step();
        }

        return outcomes;
    }

    private static async Task<string> Refusal(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return $"{(int)response.StatusCode} {(problem.TryGetProperty("title", out var title) ? title.GetString() : response.ReasonPhrase)}";
    }
}
