using System.Net;
using Moderation.Contracts;

namespace Moderation.Dashboard.Tests;

/// <summary>How the desk tells what rules found.</summary>
public class ReasonTests
{
    private static readonly Finding _links = new()
    {
        Rule = "TooManyLinks",
        Score = 5,
        Reason = "3 links; the limit is 2.",
        Translations = new Dictionary<string, string> { ["hi"] = "3 लिंक; सीमा 2 है।" },
        Labels = [Labels.Links],
        Spans = [],
    };

    private static readonly Finding _untranslated = new() { Rule = "StaffName", Score = 1, Reason = "Signs as “Editor”.", Labels = [Labels.Harassment], Spans = [] };

    [Fact]
    public async Task Tells_reasons_in_Hindi_where_there_is_one_in_Hindi()
    {
        var page = await ShowAsync("hi", Samples.Comment(), Samples.Verdict(6, _links, _untranslated));

        Assert.Contains("<span lang=\"hi\">3 लिंक; सीमा 2 है।</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("3 links", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"en\">Signs as “Editor”.</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_reasons_in_English_to_who_reads_English()
    {
        var page = await ShowAsync("en", Samples.Comment(), Samples.Verdict(6, _links, _untranslated));

        Assert.Contains("<span lang=\"en\">3 links; the limit is 2.</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("लिंक", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "On trial: <span lang=\"en\">3 links; the limit is 2.</span>")]
    [InlineData("hi", "परीक्षण में: <span lang=\"hi\">3 लिंक; सीमा 2 है।</span>")]
    public async Task What_is_on_trial_is_told_apart_and_neither_marked_nor_added_up(string language, string expected)
    {
        var onTrial = _links with { Spans = [new Span { Field = "body", Start = 0, Length = 4, ReadAs = "look" }] };

        var page = await ShowAsync(language, Samples.Comment("Look here"), Samples.Verdict(1, _untranslated) with { Shadow = [onTrial] });

        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
        Assert.Matches("class=\"total\"[^>]*>1</span>", page);
        Assert.True(page.IndexOf("StaffName", StringComparison.Ordinal) < page.IndexOf("TooManyLinks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "read as “buy now”")]
    [InlineData("hi", "इसे “buy now” पढ़ा गया")]
    public async Task A_disguised_word_tells_what_it_was_read_as(string language, string expected)
    {
        var finding = _untranslated with { Spans = [new Span { Field = "body", Start = 0, Length = 7, ReadAs = "buy now" }] };

        var page = await ShowAsync(language, Samples.Comment("b.y n0w here"), Samples.Verdict(1, finding));

        Assert.Matches($"><mark [^>]*data-read=\"{expected}\"[^>]*>b.y n0w<span class=\"unseen\"> \\({expected}\\)</span></mark> here</p>", page);
    }

    [Fact]
    public async Task What_counts_for_nothing_is_told_last_and_quietly()
    {
        var note = new Finding
        {
            Rule = "PlainContact",
            Score = 0,
            Reason = "The text has a phone number.",
            Labels = [Labels.Contact],
            Spans = [new Span { Field = "body", Start = 5, Length = 5 }],
        };
        var trusted = _untranslated with { Rule = "TrustedAuthor", Score = -2 };

        var page = await ShowAsync("en", Samples.Comment("Call 12345"), Samples.Verdict(3, note, trusted, _links));

        Assert.Matches("Call <mark class=\"note\"[^>]*>12345</mark>", page);
        Assert.Matches("(?s)TooManyLinks.*<li id=\"finding-[^\"]*-1\" class=\"for\">.*TrustedAuthor.*<li id=\"finding-[^\"]*-0\" class=\"note\">.*PlainContact", page);
    }

    [Fact]
    public async Task Marks_the_host_in_the_website_of_an_author()
    {
        var comment = Samples.Comment();
        comment = comment with { Author = comment.Author with { Url = "https://blocked.example/?a=1&b=2" } };
        var finding = _untranslated with
        {
            Rule = "LinkDomains",
            Spans = [new Span { Field = "author.url", Start = 8, Length = 15 }, new Span { Field = "author.url", Start = 900, Length = 3 }, new Span { Field = "elsewhere", Start = 0, Length = 3 }],
        };

        var page = await ShowAsync("en", comment, Samples.Verdict(5, finding));

        Assert.Matches("<span class=\"url\">https://<mark [^>]*>blocked.example</mark>/\\?a=1&b=2</span>", page);
    }

    private static async Task<string> ShowAsync(string language, CommentSubmitted comment, Verdict verdict)
    {
        await using var host = await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"));
        using var browser = host.Browser();
        await SignIn.AsAdminAsync(browser);
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        await host.FileAsync(comment.Held(verdict: verdict));

        return WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/dashboard", UriKind.Relative)));
    }
}
