using System.Net;
using System.Xml.Linq;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests;

public class PageTests
{
    [Fact]
    public async Task Shows_a_held_comment_with_its_reasons_and_its_words_marked()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        var comment = Samples.Comment("<script>alert(1)</script> buy now", name: "Buyer", email: "buyer@example.com");
        var finding = new Finding
        {
            Rule = "BannedWords",
            Score = 4.5,
            Reason = "The list has: buy now.",
            Labels = [Labels.Spam],
            Spans = [new Span { Field = "body", Start = 26, Length = 7 }, new Span { Field = "author.name", Start = 0, Length = 3 }],
        };
        await host.FileAsync(comment.Held(verdict: Samples.Verdict(4.5, finding)));

        var page = await browser.GetStringAsync(new Uri("/dashboard", UriKind.Relative));

        Assert.Contains($"data-id=\"{comment.CommentId}\" data-sequence=\"1\"", page, StringComparison.Ordinal);
        Assert.Matches($"&lt;script&gt;alert\\(1\\)&lt;/script&gt; <mark tabindex=\"0\" data-by=\"finding-{comment.CommentId:N}-0\"[^>]*>buy now</mark>", page);
        Assert.Contains("<mark>Buy</mark>er", page, StringComparison.Ordinal);
        Assert.Contains("buyer@example.com", page, StringComparison.Ordinal);
        Assert.Contains("The list has: buy now.", page, StringComparison.Ordinal);
        Assert.Contains("\u002B4.5", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("href=\"https://news.example.com/page-1\"", page, StringComparison.Ordinal);
        Assert.Contains("data-action=\"approve\"", page, StringComparison.Ordinal);
        Assert.Contains("data-action=\"reject\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_link_to_an_address_that_is_no_web_page()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        var comment = Samples.Comment() with { Page = new Page { Id = "1", Url = "javascript:alert(1)", Title = "A title" } };
        await host.FileAsync(comment.Held());

        var page = await browser.GetStringAsync(new Uri("/dashboard", UriKind.Relative));

        Assert.Contains("A title", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approved", "reject", "approve")]
    [InlineData("rejected", "approve", "reject")]
    public async Task What_was_decided_can_be_turned_round(string state, string offered, string done)
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        await host.FileAsync(Samples.Comment().Approved(), Samples.Comment().Rejected());

        var page = await browser.GetStringAsync(new Uri($"/dashboard?state={state}", UriKind.Relative));

        Assert.Contains($"data-action=\"{offered}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"data-action=\"{done}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_Hindi_to_a_browser_that_asks_for_it_and_the_language_that_was_chosen()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "hi-IN,hi;q=0.9,en;q=0.8");
        var login = new Uri("/dashboard/login", UriKind.Relative);

        var hindi = WebUtility.HtmlDecode(await browser.GetStringAsync(login));
        var chosen = await browser.GetAsync(new Uri("/dashboard/language?to=en&back=%2Fdashboard%2Flogin", UriKind.Relative));
        var english = await browser.GetStringAsync(login);

        Assert.Contains("lang=\"hi\"", hindi, StringComparison.Ordinal);
        Assert.Contains("पासवर्ड", hindi, StringComparison.Ordinal);
        Assert.Equal("/dashboard/login", chosen.Headers.Location!.OriginalString);
        Assert.Contains("lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Contains("Password", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/")]
    [InlineData("//elsewhere.example.com/")]
    [InlineData("/dashboardish")]
    public async Task The_language_switch_leads_nowhere_else(string back)
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();

        var answer = await browser.GetAsync(new Uri($"/dashboard/language?to=hi&back={Uri.EscapeDataString(back)}", UriKind.Relative));

        Assert.Equal("/dashboard", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Pages_run_only_our_own_scripts_and_are_not_framed()
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();

        var answer = await browser.GetAsync(new Uri("/dashboard/login", UriKind.Relative));

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_there_in_English_and_in_Hindi()
    {
        var folder = Path.Combine(Root(), "services", "Dashboard", "Localisation");
        foreach (var file in Directory.EnumerateFiles(folder, "*.hi.resx"))
        {
            var hindi = Texts(file);
            var english = Texts(file.Replace(".hi.resx", ".resx", StringComparison.Ordinal));

            Assert.Equal(english.Keys.Order(), hindi.Keys.Order());
            Assert.All(english, text => Assert.Equal(Places(text.Value), Places(hindi[text.Key])));
        }

        static IEnumerable<string> Places(string text) => Enumerable.Range(0, 4).Select(place => $"{{{place}}}").Where(place => text.Contains(place, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Moderation.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
