using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Moderation.Flow.Tests.Running;

/// <summary>The API of the page about learning.</summary>
internal sealed class LearningDesk(Uri dashboard) : IDisposable
{
    private static readonly Uri _path = new("/dashboard/api/learning?site=demo", UriKind.Relative);

    private readonly HttpClient _http = new()
    {
        BaseAddress = dashboard,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Settings.ApiToken) },
    };

    /// <summary>How many comments taught something about abuse.</summary>
    public async Task<int> TaughtAsync()
    {
        var report = await ReportAsync();
        return report.ValueKind is JsonValueKind.Null
            ? 0
            : report.GetProperty("heads").EnumerateArray().Where(head => head.GetProperty("head").GetString() == "abuse")
                .Sum(head => head.GetProperty("fine").GetInt32() + head.GetProperty("refused").GetInt32());
    }

    public async Task<long> VersionAsync() => (await ReportAsync()).GetProperty("version").GetInt64();

    /// <summary>Whether what a moderator taught counts no more.</summary>
    public async Task<bool> IsLeftOutAsync(string moderator)
    {
        var report = await ReportAsync();
        return report.ValueKind is not JsonValueKind.Null && report.GetProperty("moderators").EnumerateArray()
            .Any(of => of.GetProperty("name").GetString() == moderator && of.GetProperty("isLeftOut").GetBoolean());
    }

    /// <summary>What is answered, whatever it is.</summary>
    public Task<HttpResponseMessage> ReadAsync() => _http.GetAsync(_path);

    public async Task<HttpStatusCode> StatusAsync()
    {
        using var answer = await ReadAsync();
        return answer.StatusCode;
    }

    public async Task AskAsync<T>(T change)
    {
        using var answer = await _http.PostAsJsonAsync(_path, change);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> ReportAsync() => (await _http.GetFromJsonAsync<JsonElement>(_path)).GetProperty("report");
}
