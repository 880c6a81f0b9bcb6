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
    [InlineData("\"it's\"", "<p>&quot;it&#x27;s&quot;</p>")]
    [InlineData("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>")]
    [InlineData("क्षत्रिय, ज़रूरत, श्रीमान॥ १२३", "<p>क्षत्रिय, ज़रूरत, श्रीमान॥ १२३</p>")]
    public void Turns_text_into_paragraphs_and_lines(string text, string html) => Assert.Equal(html, SafeHtml.Of(text));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
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

        var rest = OurTags().Replace(html, "\n");
        Assert.DoesNotContain('<', rest);
        Assert.DoesNotContain('>', rest);
        Assert.DoesNotContain('"', rest);
        Assert.DoesNotContain('\'', rest);
        Assert.All(Ampersands().Matches(rest), match => Assert.Matches(Entity(), rest[match.Index..]));
        Assert.Equal(Squeezed(text), Squeezed(WebUtility.HtmlDecode(rest)));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("</?p>|<br>")]
    private static partial Regex OurTags();

    [GeneratedRegex("&")]
    private static partial Regex Ampersands();

    [GeneratedRegex("^&(lt|gt|amp|quot|#x[0-9A-F]+);")]
    private static partial Regex Entity();
}
