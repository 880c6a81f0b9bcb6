using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Learning;
using Moderation.Servers;

namespace Moderation.Browser.Tests.Setup;

/// <summary>The real program with an empty data folder, and what a site's server and a moderator's program ask of it.</summary>
public class Standalone : IAsyncLifetime, IAsyncDisposable
{
    public const string Password = "a long enough password";
    public const string DemoPageId = "monsoon-2026";
    private const string ApiToken = "token-for-tests";
    private const string SiteSecret = "demo-secret";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("moderation-data-");
    private readonly HttpClient _site = new();
    private readonly HttpClient _moderator = new();
    private OwnProgram _program = null!;
    private Seeds _seeds = null!;
    private int _posted;

    /// <summary>Another website whose readers comment here.</summary>
    public Newspaper Newspaper { get; private set; } = null!;

    /// <summary>The file of a service's own tables.</summary>
    public string DatabaseOf(string service) => Path.Combine(_data.FullName, $"{service}.db");

    public string Address => _program.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        Newspaper = await Newspaper.StartAsync();
        _seeds = new Seeds(Newspaper.Address);
        // What ships has an opinion of every text; these tests are about other things.
        var start = Path.Combine(_data.FullName, "start.model");
        await File.WriteAllBytesAsync(start, Model.Blank.Store());
        _program = new OwnProgram("standalone", Built.Standalone, [], new Dictionary<string, string>(await MoreSettingsAsync())
        {
            ["Dashboard__Password"] = Password,
            ["Dashboard__ApiToken"] = ApiToken,
            ["Rules__Directory"] = _seeds.Place,
            ["Sites__File"] = _seeds.Sites,
            ["Data__Directory"] = _data.FullName,
            ["Learning__Start"] = start,
        });
        await _program.StartAsync();
        Newspaper.Comments = Address;
        _site.BaseAddress = _moderator.BaseAddress = new Uri(Address);
        _site.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SiteSecret);
        _moderator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiToken);
    }

    /// <summary>Ends it by SIGKILL.</summary>
    public Task KillAsync() => _program.KillAsync();

    /// <summary>Starts it again, on the same port and with its data.</summary>
    public Task StartAgainAsync() => _program.StartAsync();

    /// <summary>The file of the websites, before the program has read it.</summary>
    protected string SitesFile => _seeds.Sites;

    /// <summary>What a kind of test needs besides.</summary>
    protected virtual Task<Dictionary<string, string>> MoreSettingsAsync() => Task.FromResult(new Dictionary<string, string>());

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _site.Dispose();
        _moderator.Dispose();
        await _program.DisposeAsync();
        await Newspaper.DisposeAsync();
        _seeds.Dispose();
        _data.Delete(recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Posts a comment, to the demo page unless said otherwise, and waits for its state.</summary>
    /// <returns>The comment's id.</returns>
    public async Task<Guid> PostAsync(string name, string body, string state, string? email = null, string? url = null, Guid? parent = null, string page = DemoPageId)
    {
        var (id, became) = await SendAsync(name, body, email, url, parent, page);
        Assert.Equal(state, became);
        await StateAsync(id, state, page);
        return id;
    }

    /// <summary>Publishes a comment, whatever the rules think of it.</summary>
    /// <returns>The comment's id.</returns>
    public async Task<Guid> PublishAsync(string name, string body, string? url = null, Guid? parent = null, string page = DemoPageId)
    {
        var (id, became) = await SendAsync(name, body, null, url, parent, page);
        if (became is not "approved")
        {
            await UntilAsync(() => _moderator.GetStringAsync($"/dashboard/api/comments?state={became}&limit=100"), list => list.Contains($"{id}", StringComparison.Ordinal));
            await DecideAsync(id, "approve");
        }

        await StateAsync(id, "approved", page);
        return id;
    }

    /// <summary>Posts a kind comment, whatever becomes of it on the page.</summary>
    /// <returns>The comment's id.</returns>
    public async Task<Guid> SendAsync(string name, string body, string page) => (await SendAsync(name, body, null, null, null, page)).Id;

    // From an address of its own, so that no limit is met.
    private async Task<(Guid Id, string State)> SendAsync(string name, string body, string? email, string? url, Guid? parent, string page)
    {
        var answer = await _site.PostAsJsonAsync("/v1/sites/demo/comments", new
        {
            page = new { id = page, url = $"{Address}/", title = "झिलमिलपुर में दस दिन पहले पहुँचा मानसून, सूखे तालाब फिर भरे" },
            author = new { name, email, url },
            body,
            parentId = parent,
            client = new { ip = $"192.0.2.{Interlocked.Increment(ref _posted)}" },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        return (id, await UntilAsync(() => StatusAsync(id), status => status != "pending"));
    }

    /// <summary>Returns when the comment has the state and everybody knows: the desk lists what is held, the page what is approved.</summary>
    public async Task StateAsync(Guid id, string state, string page = DemoPageId)
    {
        await UntilAsync(() => StatusAsync(id), status => status == state);
        if (state is "held")
        {
            await ListedAsync(id);
        }
        else if (state is "approved")
        {
            await UntilAsync(() => PublishedAsync(page), list => list.Contains($"{id}", StringComparison.Ordinal));
        }
    }

    /// <summary>Returns when the desk lists it among what is held.</summary>
    protected Task ListedAsync(Guid id) =>
        UntilAsync(() => _moderator.GetStringAsync("/dashboard/api/comments?state=held&limit=100"), list => list.Contains($"{id}", StringComparison.Ordinal));

    /// <summary>Decides a case as a program does.</summary>
    public async Task DecideAsync(Guid id, string decision, long? sequence = null)
    {
        var answer = await _moderator.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = new[] { new { id, decision, sequence } } });
        answer.EnsureSuccessStatusCode();
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results");
        Assert.Equal("decided", results[0].GetProperty("result").GetString());
    }

    /// <summary>Takes back what was published, as a moderator does.</summary>
    public async Task WithdrawAsync(Guid id)
    {
        var approved = JsonElement.Parse(await _moderator.GetStringAsync("/dashboard/api/comments?state=approved&limit=100"));
        var sequence = approved.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == id).GetProperty("sequence").GetInt64();
        await DecideAsync(id, "reject", sequence);
    }

    /// <summary>What the public is shown of a page's comments.</summary>
    public Task<string> PublishedAsync(string page = DemoPageId) => _site.GetStringAsync($"/v1/sites/demo/comments?limit=200&page={page}");

    /// <summary>As the website is told.</summary>
    public async Task<string> StatusAsync(Guid id) =>
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
