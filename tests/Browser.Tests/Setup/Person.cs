using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>Somebody at a browser of their own, with a cookie jar of their own. Notes what no page of ours may do.</summary>
internal sealed class Person(IBrowserContext context, IPage page, List<string> known)
{
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _expected = [];

    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>Requests to anybody but us, errors in the console, and scripts that failed.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static Task<Person> SitDownAsync(IBrowser browser, Standalone standalone, BrowserNewContextOptions options) =>
        SitDownAsync(browser, standalone.Address, options, $"{standalone.Newspaper.Address}/");

    /// <param name="browser">With a cookie jar of its own.</param>
    /// <param name="address">Where the pages are.</param>
    /// <param name="options">Such as the language.</param>
    /// <param name="others">What the pages may ask besides.</param>
    public static async Task<Person> SitDownAsync(IBrowser browser, string address, BrowserNewContextOptions options, params string[] others)
    {
        options.BaseURL = address;
        var context = await browser.NewContextAsync(options);
        var person = new Person(context, await context.NewPageAsync(), [$"{address}/", "data:", .. others]);
        person.Watch();
        return person;
    }

    /// <summary>Lets the browser ask this origin, too.</summary>
    public void Know(string origin) => known.Add($"{origin}/");

    /// <summary>Lets the browser report this one answer in the console, such as that a password was refused.</summary>
    public void Expect(int status) => Expect($"the server responded with a status of {status} ");

    /// <summary>Lets the browser report this in the console.</summary>
    public void Expect(string text) => _expected.Add(text);

    /// <summary>Lets the browser tell of what it could not reach.</summary>
    public void ExpectLostConnection()
    {
        foreach (var words in new[] { "net::ERR_", "WebSocket", "Connection disconnected", "Failed to", "circuit", "Information:", "Error:", "Warning:" })
        {
            Expect(words);
        }
    }

    private void Watch()
    {
        context.Request += (_, request) =>
        {
            if (!known.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)))
            {
                _faults.Add($"A request to somebody else: {request.Url}");
            }
        };
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !_expected.Any(text => message.Text.Contains(text, StringComparison.Ordinal)))
            {
                _faults.Add($"In the console: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => _faults.Add($"A script failed: {error.Error}");
    }
}
