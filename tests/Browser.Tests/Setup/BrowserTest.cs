using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>A test with people at browsers. It fails if a page asked somebody else for something or complained in the console.</summary>
[Collection(OneBrowser.Name)]
public abstract class BrowserTest(Chromium chromium, Standalone standalone) : IAsyncLifetime
{
    private readonly List<Person> _people = [];

    private protected Standalone Standalone => standalone;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.Context.CloseAsync();
        }

        var faults = _people.SelectMany(person => person.Faults).Concat(standalone.Newspaper.Reports).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A reader on the demo page, whose clock the test can put forward.</summary>
    private protected async Task<Person> ReaderAsync(BrowserNewContextOptions? options = null)
    {
        var reader = await SomebodyAsync(options);
        if (options?.JavaScriptEnabled is not false)
        {
            await reader.Page.Clock.InstallAsync();
        }

        await reader.Page.GotoAsync("/");
        return reader;
    }

    /// <summary>A reader of an article on the other website, whose policy is strict.</summary>
    private protected async Task<Person> ReaderOfAsync(string page, string language = "en", BrowserNewContextOptions? options = null)
    {
        var reader = await SomebodyAsync(options);
        await reader.Page.Clock.InstallAsync();
        await reader.Page.GotoAsync($"{standalone.Newspaper.Address}/{language}/{page}");
        return reader;
    }

    /// <summary>A program on the demo page: no time passes there.</summary>
    private protected async Task<Person> HastyAsync()
    {
        var hasty = await SomebodyAsync();
        var now = DateTime.UtcNow;
        await hasty.Page.Clock.InstallAsync(new() { TimeDate = now });
        await hasty.Page.Clock.PauseAtAsync(now.AddSeconds(1));
        await hasty.Page.GotoAsync("/");
        return hasty;
    }

    /// <summary>A signed-in moderator at the desk, whose keys work.</summary>
    private protected async Task<Person> ModeratorAsync(BrowserNewContextOptions? options = null)
    {
        var moderator = await SomebodyAsync(options);
        await moderator.Page.GotoAsync("/dashboard");
        await moderator.Page.SignInAsync();
        await Assertions.Expect(moderator.Page.Locator("article.card").First).ToBeFocusedAsync();
        return moderator;
    }

    private protected async Task<Person> SomebodyAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.Locale ??= "en-GB";
        var person = await Person.SitDownAsync(chromium.Browser, standalone, options);
        _people.Add(person);
        return person;
    }
}
