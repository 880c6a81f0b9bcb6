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

    public static async Task<Person> SitDownAsync(IBrowser browser, Standalone standalone, BrowserNewContextOptions options)
    {
        options.BaseURL = standalone.Address;
        var context = await browser.NewContextAsync(options);
        var person = new Person(context, await context.NewPageAsync(), [$"{standalone.Address}/", $"{standalone.Newspaper.Address}/", "data:"]);
        person.Watch();
        return person;
    }

    /// <summary>Lets the browser ask this origin, too.</summary>
    public void Know(string origin) => known.Add($"{origin}/");

    /// <summary>Lets the browser report this one answer in the console, such as that a password was refused.</summary>
    public void Expect(int status) => Expect($"the server responded with a status of {status} ");

    /// <summary>Lets the browser report this in the console.</summary>
    public void Expect(string text) => _expected.Add(text);

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
