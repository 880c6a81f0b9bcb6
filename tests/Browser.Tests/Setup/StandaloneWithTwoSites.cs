using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Moderation.Browser.Tests.Setup;

/// <summary>The program with one website more, whose comments not everybody at the desk may see.</summary>
public sealed class StandaloneWithTwoSites : Standalone
{
    public const string OtherSite = "evening";
    private const string OtherSecret = "evening-secret";

    protected override async Task<Dictionary<string, string>> MoreSettingsAsync()
    {
        await File.AppendAllTextAsync(SitesFile, $"  - id: {OtherSite}\n    name: The Evening\n    language: en\n    origins: []\n    closedPages: []\n");
        return new() { [$"Sites__Secrets__{OtherSite}"] = OtherSecret };
    }

    /// <summary>Posts a comment to the other website that the rules hold, and waits until the desk lists it.</summary>
    /// <returns>The comment's id.</returns>
    public async Task<Guid> HeldOnOtherSiteAsync(string name)
    {
        using var site = new HttpClient { BaseAddress = new Uri(Address) };
        site.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OtherSecret);
        var answer = await site.PostAsJsonAsync($"/v1/sites/{OtherSite}/comments", new
        {
            page = new { id = "1", url = "https://evening.example.com/1", title = "An evening" },
            author = new { name },
            body = "See https://evening.example.org",
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await ListedAsync(id);
        return id;
    }
}
