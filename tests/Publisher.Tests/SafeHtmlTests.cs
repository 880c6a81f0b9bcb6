using System.Net;
using System.Text.RegularExpressions;

namespace Moderation.Publisher.Tests;

public sealed partial class SafeHtmlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n \n", "")]
    [InlineData("एक", "<p>एक</p>")]
    [InlineData("एक\nदो", "<p>एक<br>दो</p>")]
    [InlineData("एक\n\nदो", "<p>एक</p><p>दो</p>")]
    [InlineData("\n\nएक\n \t\n\n\nदो\nतीन\n", "<p>एक</p><p>दो<br>तीन</p>")]
    [InlineData("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>")]
    [InlineData("\"it's\"", "<p>\"it's\"</p>")]
    [InlineData("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>")]
    [InlineData("क्षत्रिय, ज़रूरत, श्रीमान॥ १२३", "<p>क्षत्रिय, ज़रूरत, श्रीमान॥ १२३</p>")]
    public void Turns_text_into_paragraphs_and_lines(string text, string html) => Assert.Equal(html, SafeHtml.Of(text));

    [Theory]
    [InlineData("https://example.com/a?b=1&c=2", "https://example.com/a?b=1&amp;c=2", "https://example.com/a?b=1&amp;c=2")]
    [InlineData("HTTPS://Example.com", "https://example.com/", "HTTPS://Example.com")]
    [InlineData("http://example.com/a_(b)", "http://example.com/a_(b)", "http://example.com/a_(b)")]
    [InlineData("https://उदाहरण.भारत/ख़बर", "https://उदाहरण.भारत/%E0%A4%96%E0%A4%BC%E0%A4%AC%E0%A4%B0", "https://उदाहरण.भारत/ख़बर")]
    [InlineData("https://example.com/#a", "https://example.com/#a", "https://example.com/#a")]
    public void Makes_a_link_of_a_bare_address(string text, string href, string shown) =>
        Assert.Equal($"<p>देखें <a href=\"{href}\" rel=\"ugc nofollow noopener\">{shown}</a>।</p>", SafeHtml.Of($"देखें {text}।"));

    [Theory]
    [InlineData("(https://example.com/a)", "(", ")")]
    [InlineData("https://example.com/a, और", "", ", और")]
    [InlineData("\"https://example.com/a\"", "\"", "\"")]
    [InlineData("https://example.com/a...", "", "...")]
    [InlineData("x:https://example.com/a<b", "x:", "&lt;b")]
    public void Ends_a_link_where_the_address_ends(string text, string before, string after) =>
        Assert.Equal($"<p>{before}<a href=\"https://example.com/a\" rel=\"ugc nofollow noopener\">https://example.com/a</a>{after}</p>", SafeHtml.Of(text));

    [Theory]
    [InlineData("https://")]
    [InlineData("http://.")]
    [InlineData("xhttps://example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("javascript://example.com/%0aalert(1)")]
    [InlineData("data://text/html,x")]
    [InlineData("www.example.com")]
    [InlineData("https://user:secret@example.com")]
    public void Makes_no_link_of_anything_else(string text) => Assert.DoesNotContain("<a", SafeHtml.Of(text), StringComparison.Ordinal);

    [Fact]
    public void Reads_a_line_of_thousands_of_addresses()
    {
        var text = string.Concat(Enumerable.Repeat("https://e.co ", 2_000));

        Assert.Equal(2_000, OurLinks().Count(SafeHtml.Of(text)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("https://example.com/\"onmouseover=\"alert(1)")]
    [InlineData("https://example.com/'onmouseover='alert(1)")]
    [InlineData("https://example.com/><script>alert(1)</script>")]
    [InlineData("https://example.com/`onerror=alert(1)`")]
    [InlineData("https://javascript:alert(1)//")]
    [InlineData("http://&#x22;onclick=alert(1)//")]
    [InlineData("https://example.com/\u0000<svg onload=alert(1)>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("</p><script>alert(1)</script><p>")]
    [InlineData("<p onclick=alert(1)>x</p>")]
    [InlineData("<br style=x:expression(alert(1))>")]
    [InlineData("\"><iframe src=javascript:alert(1)>")]
    [InlineData("'-alert(1)-'")]
    [InlineData("<!--[if IE]><script>alert(1)</script><![endif]-->")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a>")]
    [InlineData("<scr\0ipt>alert(1)</scr\0ipt>")]
    [InlineData("＜script＞alert(1)＜/script＞")]
    [InlineData("+ADw-script+AD4-alert(1)+ADw-/script+AD4-")]
    [InlineData("<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">")]
    [InlineData("&#60;script&#62;alert(1)&#60;/script&#62;")]
    [InlineData("<<script>script>alert(1)<</script>/script>")]
    [InlineData("<\nscript\n>alert(1)<\n/script\n>")]
    [InlineData("<ScRiPt x=\">\">alert(1)</sCrIpT >")]
    [InlineData("{{constructor.constructor('alert(1)')()}}")]
    [InlineData("<style>@import'//example.com/x';</style>")]
    [InlineData("\u2028<script>\u2029alert(1)</script>")]
    public void Lets_no_markup_through(string text)
    {
        var html = SafeHtml.Of(text);

        var rest = OurLinks().Replace(OurTags().Replace(html, "\n"), "$1");
        Assert.DoesNotContain('<', rest);
        Assert.DoesNotContain('>', rest);
        Assert.All(Ampersands().Matches(rest), match => Assert.Matches(Entity(), rest[match.Index..]));
        // Browsers, too, read U+FFFD for NUL.
        Assert.Equal(Squeezed(text.Replace('\0', '\uFFFD')), Squeezed(WebUtility.HtmlDecode(rest)));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("""<a href="https?://[^"<>]+" rel="ugc nofollow noopener">([^<>]+)</a>""")]
    private static partial Regex OurLinks();

    [GeneratedRegex("</?p>|<br>")]
    private static partial Regex OurTags();

    [GeneratedRegex("&")]
    private static partial Regex Ampersands();

    [GeneratedRegex("^&(lt|gt|amp|quot|#x[0-9A-F]+);")]
    private static partial Regex Entity();
}
