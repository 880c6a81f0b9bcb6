using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Servers;

namespace Moderation.Browser.Tests.Setup;

/// <summary>The real program with an empty data folder, and what a site's server and a moderator's program ask of it.</summary>
public sealed class Standalone : IAsyncLifetime, IAsyncDisposable
{
    public const string Password = "a long enough password";
    private const string ApiToken = "token-for-tests";
    private const string SiteSecret = "demo-secret";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _seeds = Directory.CreateTempSubdirectory("moderation-seeds-");
    private readonly HttpClient _site = new();
    private readonly HttpClient _moderator = new();
    private OwnProgram _program = null!;
    private int _posted;

    public string Address => _program.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        SeedWithARuleOnTrial();
        _program = new OwnProgram("standalone", Built.Standalone, [], new Dictionary<string, string>
        {
            ["Dashboard__Password"] = Password,
            ["Dashboard__ApiToken"] = ApiToken,
            ["Rules__Directory"] = _seeds.FullName,
        });
        await _program.StartAsync();
        _site.BaseAddress = _moderator.BaseAddress = new Uri(Address);
        _site.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SiteSecret);
        _moderator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiToken);
    }

    public async ValueTask DisposeAsync()
    {
        _site.Dispose();
        _moderator.Dispose();
        await _program.DisposeAsync();
        _seeds.Delete(recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Posts a comment to the demo page, from an address of its own so that no limit is met, and waits for its state.</summary>
    /// <returns>The comment's id.</returns>
    public async Task<Guid> PostAsync(string name, string body, string state, string? email = null, string? url = null, Guid? parent = null)
    {
        var answer = await _site.PostAsJsonAsync("/v1/sites/demo/comments", new
        {
            page = new { id = "monsoon-2026", url = $"{Address}/", title = "झिलमिलपुर में दस दिन पहले पहुँचा मानसून, सूखे तालाब फिर भरे" },
            author = new { name, email, url },
            body,
            parentId = parent,
            client = new { ip = $"192.0.2.{Interlocked.Increment(ref _posted)}" },
        });
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(state, await UntilAsync(() => StatusAsync(id), status => status != "pending"));
        await StateAsync(id, state);
        return id;
    }

    /// <summary>Returns when the comment has the state and everybody knows: the desk lists what is held, the page what is approved.</summary>
    public async Task StateAsync(Guid id, string state)
    {
        await UntilAsync(() => StatusAsync(id), status => status == state);
        if (state is "held")
        {
            await UntilAsync(() => _moderator.GetStringAsync("/dashboard/api/comments?state=held&limit=100"), list => list.Contains($"{id}", StringComparison.Ordinal));
        }
        else if (state is "approved")
        {
            await UntilAsync(PublishedAsync, list => list.Contains($"{id}", StringComparison.Ordinal));
        }
    }

    /// <summary>Decides a case as a program does.</summary>
    public async Task DecideAsync(Guid id, string decision)
    {
        var answer = await _moderator.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = new[] { new { id, decision } } });
        answer.EnsureSuccessStatusCode();
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results");
        Assert.Equal("decided", results[0].GetProperty("result").GetString());
    }

    /// <summary>What the public is shown of the demo page's comments.</summary>
    public Task<string> PublishedAsync() => _site.GetStringAsync("/v1/sites/demo/comments?page=monsoon-2026");

    /// <summary>The rules that ship, and one that is tried out.</summary>
    private void SeedWithARuleOnTrial()
    {
        var shipped = Path.Combine(Path.GetDirectoryName(Built.Standalone)!, "seeds");
        foreach (var folder in new[] { "rules", "words" })
        {
            Directory.CreateDirectory(Path.Combine(_seeds.FullName, folder));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, folder)))
            {
                File.Copy(file, Path.Combine(_seeds.FullName, folder, Path.GetFileName(file)));
            }
        }

        File.WriteAllText(Path.Combine(_seeds.FullName, "rules", "trial.yaml"), """
            rules:
              - id: PhoneFromNewAuthor
                mode: shadow
                when: { contact: phone, approved: 0 }
                score: 3
                labels: [contact]
                reason: { en: "A phone number from somebody new.", hi: "किसी नए लेखक का फ़ोन नंबर।" }
                examples: { match: [Call me on 98765 43210], pass: [Call me] }
            """);
    }

    private async Task<string> StatusAsync(Guid id) =>
        (await _site.GetFromJsonAsync<JsonElement>($"/v1/comments/{id}")).GetProperty("status").GetString()!;

    private static async Task<string> UntilAsync(Func<Task<string>> ask, Func<string, bool> isEnough)
    {
        using var soon = new CancellationTokenSource(_patience);
        string answer;
        while (!isEnough(answer = await ask()))
        {
            await Task.Delay(20, soon.Token);
        }
        return answer;
    }
}
