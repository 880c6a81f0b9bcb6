using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Moderation.Flow.Tests.Running;

/// <summary>The dashboard's API under one moderator's name.</summary>
public sealed partial class Desk
{
    private static readonly string[] _states = ["held", "approved", "rejected"];

    private readonly HttpClient _http;

    private Desk(HttpClient http) => _http = http;

    /// <summary>Decides as <c>api</c>.</summary>
    public static Desk WithToken(Uri dashboard) => new(new HttpClient
    {
        BaseAddress = dashboard,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Settings.ApiToken) },
    });

    /// <summary>Decides as <c>admin</c>, who has sent the sign-in form.</summary>
    public static async Task<Desk> SignInAsync(Uri dashboard)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = dashboard };
        http.DefaultRequestHeaders.Add("X-Requested-With", "flow");
        var form = await http.GetStringAsync(new Uri("/dashboard/login", UriKind.Relative));
        var fields = HiddenFields().Matches(form)
            .Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Append(KeyValuePair.Create("password", Settings.Password));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/dashboard/login", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return new Desk(http);
    }

    /// <summary>Every case of comments by an author of this name, whatever its state.</summary>
    public async Task<IReadOnlyList<ModeratedCase>> FindAsync(string author)
    {
        var cases = new List<ModeratedCase>();
        foreach (var state in _states)
        {
            string? next = null;
            do
            {
                var cursor = next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}";
                var list = (await _http.GetFromJsonAsync<CaseList>(
                    new Uri($"/dashboard/api/comments?state={state}&author={Uri.EscapeDataString(author)}&limit=200{cursor}", UriKind.Relative)))!;
                cases.AddRange(list.Items);
                next = list.Next;
            }
            while (next is not null);
        }

        return cases;
    }

    /// <summary>Decides on cases in one request.</summary>
    /// <param name="decision"><c>approve</c>, <c>reject</c> or <c>spam</c>.</param>
    /// <param name="sequence">What the moderator saw; without it a decision counts only while the case is held.</param>
    /// <param name="ids">The comments.</param>
    public Task<IReadOnlyList<DecisionResult>> DecideAsync(string decision, long? sequence, params IEnumerable<Guid> ids) =>
        PostAsync("decisions", ids.Select(id => new { id, decision, sequence }));

    /// <summary>Decides on held cases in one request, as at the desk: nobody outside hears of it before the time is over.</summary>
    public Task<IReadOnlyList<DecisionResult>> DecideWithTimeToUndoAsync(string decision, int undoSeconds, params IEnumerable<Guid> ids) =>
        PostAsync("decisions", ids.Select(id => new { id, decision, undoSeconds }));

    /// <summary>Takes decisions back in one request.</summary>
    public Task<IReadOnlyList<DecisionResult>> UndoAsync(long sequence, params IEnumerable<Guid> ids) =>
        PostAsync("undo", ids.Select(id => new { id, sequence }));

    /// <summary>A page as it is sent, before anything moves in it.</summary>
    public Task<string> ReadAsync(string page) => _http.GetStringAsync(new Uri(page, UriKind.Relative));

    private async Task<IReadOnlyList<DecisionResult>> PostAsync<T>(string what, IEnumerable<T> decisions)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"/dashboard/api/{what}", UriKind.Relative), new { decisions });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Decisions>())!.Results;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex HiddenFields();

    private sealed record CaseList(IReadOnlyList<ModeratedCase> Items, string? Next);

    private sealed record Decisions(IReadOnlyList<DecisionResult> Results);
}
