using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Moderation.Flow.Tests.Running;

/// <summary>What the demo site's own server asks for on behalf of its readers.</summary>
public sealed class Authors(Uri submission, Uri dashboard)
{
    private static readonly HttpClient _http = new()
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Settings.Secret) },
    };

    /// <summary>Everything kept of an address: what was submitted, and the cases made of it.</summary>
    public async Task<(IReadOnlyList<JsonElement> Comments, IReadOnlyList<JsonElement> Cases)> ExportAsync(string email)
    {
        var comments = await _http.GetFromJsonAsync<JsonElement>(Of(submission, "authors", email));
        var cases = await _http.GetFromJsonAsync<JsonElement>(Of(dashboard, "authors/cases", email));
        return ([.. comments.GetProperty("comments").EnumerateArray()], [.. cases.GetProperty("cases").EnumerateArray()]);
    }

    /// <summary>Asks for an erasure.</summary>
    /// <returns>Where its status is told.</returns>
    public async Task<Uri> EraseAsync(string email)
    {
        using var answer = await _http.DeleteAsync(Of(submission, "authors", email));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return new Uri(submission, answer.Headers.Location!);
    }

    /// <summary>How far an erasure is, as it is answered.</summary>
    public static async Task<string> StatusAsync(Uri erasure)
    {
        var status = await _http.GetFromJsonAsync<JsonElement>(erasure);
        return $"{status.GetProperty("status")} {status.GetProperty("services")}";
    }

    /// <summary>Asks until every service has confirmed it.</summary>
    public static Task IsDoneAsync(Uri erasure) => Eventually.GetAsync(() => StatusAsync(erasure), status => status.StartsWith("done", StringComparison.Ordinal));

    private static Uri Of(Uri service, string path, string email) => new(service, $"/v1/sites/demo/{path}?email={Uri.EscapeDataString(email)}");
}
