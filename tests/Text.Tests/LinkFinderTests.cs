using System.Globalization;
using Moderation.Text.Links;

namespace Moderation.Text.Tests;

public class LinkFinderTests
{
    [Theory]
    [InlineData("no link", "")]
    [InlineData("https://a.example/x?y=1#z", "https://a.example/x?y=1#z")]
    [InlineData("(see http://a.example/x).", "http://a.example/x")]
    [InlineData("HTTPS://A.EXAMPLE", "HTTPS://A.EXAMPLE")]
    [InlineData("देखें https://a.example/समाचार। और", "https://a.example/समाचार")]
    [InlineData("www.a.example, ok", "www.a.example")]
    [InlineData("visit spam-site.xyz/win today", "spam-site.xyz/win")]
    [InlineData("shop.example.co.in", "shop.example.co.in")]
    [InlineData("उदाहरण.भारत", "उदाहरण.भारत")]
    [InlineData("t.me/somebody", "t.me/somebody")]
    [InlineData("https://www.a.example/https://b.example", "https://www.a.example/https://b.example")]
    [InlineData("a.com b.com a.com", "a.com|b.com|a.com")]
    [InlineData("exa\u200Bmple.com", "exa\u200Bmple.com")]
    [InlineData("http：//ａ．example", "http：//ａ．example")]
    [InlineData("https://en.example/wiki/A_(b) (https://en.example/C)", "https://en.example/wiki/A_(b)|https://en.example/C")]
    [InlineData("देखो...example.com!!", "example.com")]
    [InlineData("example.com? example.com: example.com;", "example.com|example.com|example.com")]
    [InlineData("example.comपर जाओ", "example.com")]
    [InlineData("👉example.com👈", "example.com")]
    [InlineData("**example.com** _example.com_", "example.com|example.com")]
    [InlineData("example.com:8080/x", "example.com:8080/x")]
    [InlineData("htps://example.com/x", "example.com/x")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://192.0.2.1/x 192.0.2.1/x", "http://192.0.2.1/x|192.0.2.1/x")]
    [InlineData("http://[2001:db8::1]/x", "http://[2001:db8::1]/x")]
    [InlineData("hxxp://example.com hxxps://example[.]com/x", "hxxp://example.com|hxxps://example[.]com/x")]
    [InlineData("example[.]com", "example[.]com")]
    [InlineData("example[dot]com", "example[dot]com")]
    [InlineData("example(.)com/x y", "example(.)com/x")]
    [InlineData("example (dot) com", "example (dot) com")]
    [InlineData("example dot com", "example dot com")]
    [InlineData("go to example DOT com now", "example DOT com")]
    [InlineData("www dot example dot in", "www dot example dot in")]
    [InlineData("example dot co dot in", "example dot co dot in")]
    [InlineData("https://example (dot) com", "https://example (dot) com")]
    [InlineData("उदाहरण डॉट कॉम देखें", "उदाहरण डॉट कॉम")]
    [InlineData("example डॉट com", "example डॉट com")]
    [InlineData("visit mysite .com", "mysite .com")]
    [InlineData("visit mysite . com/x", "mysite . com/x")]
    [InlineData("bit.ly/3xY youtu.be/x", "bit.ly/3xY|youtu.be/x")]
    [InlineData("xn--p1b6ci4b4b3a.xn--h2brj9c", "xn--p1b6ci4b4b3a.xn--h2brj9c")]
    [InlineData("//evil.com/x", "evil.com/x")]
    [InlineData("example。com", "example。com")]
    public void Finds_links_as_people_write_them(string text, string links)
    {
        var found = LinkFinder.Find(TextView.Clean(text));

        Assert.Equal(links, Written(found, text));
        Assert.Equal(links, Written(LinkFinder.Find(TextView.Decoded(text)), text));
    }

    [Theory]
    [InlineData("ghar.me rehna")]
    [InlineData("node.js and file.txt")]
    [InlineData("reader@example.com")]
    [InlineData("first.in@example.com")]
    [InlineData("reader@ example.com")]
    [InlineData("first.com+tag@example.com")]
    [InlineData("@example.com")]
    [InlineData("example.community")]
    [InlineData("1.5 करोड़, 3.30 बजे")]
    [InlineData("look at this.In fact")]
    [InlineData("यह मेरा देश है.भारत महान है")]
    [InlineData("aisa hota hai.in logo ko kya")]
    [InlineData("10.in the evening")]
    [InlineData("the national identity.Center for it")]
    [InlineData("you would.One more")]
    [InlineData("सही कहा.भारत में अभी भी")]
    [InlineData("the dot com crash")]
    [InlineData("He is good at dot net programming")]
    [InlineData("met at Cafe Dot In Delhi")]
    [InlineData("डॉट कॉम का ज़माना था")]
    [InlineData("वह इन लोगों का काम है")]
    [InlineData("main b.com final year me hu")]
    [InlineData("u.s. and p.m. and e.g. and i.e.")]
    [InlineData("http://")]
    [InlineData("http://...")]
    [InlineData("https:// ")]
    [InlineData("time 10:30, ratio 3://4")]
    [InlineData("antidote. Comedy")]
    [InlineData("v1.2.3.4 is out")]
    [InlineData("......")]
    [InlineData("[1] <b> [a](b)")]
    [InlineData("मैं आया.वह गया.सब ठीक")]
    public void Leaves_alone_what_is_no_link(string text)
    {
        Assert.Empty(LinkFinder.Find(TextView.Clean(text)));
        Assert.Empty(LinkFinder.Find(TextView.Decoded(text)));
    }

    [Theory]
    [InlineData("https://USER:pw@Shop.Example.com:8080/x", "shop.example.com")]
    [InlineData("https://good.example@evil.example/", "evil.example")]
    [InlineData("https://good.example%2F@evil.example/", "evil.example")]
    [InlineData("https://good.example%40evil.example/x", "evil.example")]
    [InlineData("https://good.example\\@evil.example", "good.example")]
    [InlineData("https://good.example/@user", "good.example")]
    [InlineData("https://good.example?@evil.example", "good.example")]
    [InlineData("https://good.example#@evil.example", "good.example")]
    [InlineData("https://%65vil.example/x", "evil.example")]
    [InlineData("https://xn--p1b6ci4b4b3a.xn--h2brj9c/", "उदाहरण.भारत")]
    [InlineData("https://xn--80ak6aa92e.com/", "аррӏе.com")]
    [InlineData("https://xn--99999999/", "xn--99999999")]
    [InlineData("https://xn--/", "xn--")]
    [InlineData("http://192.0.2.1:80/", "192.0.2.1")]
    [InlineData("http://3221225985/x", "3221225985")]
    [InlineData("http://0xC0000201/", "0xc0000201")]
    [InlineData("http://[2001:DB8::1]:80/", "[2001:db8::1]")]
    [InlineData("hxxp://evil[.]example(dot)com/x", "evil.example.com")]
    [InlineData("example (dot) co [.] in", "example.co.in")]
    [InlineData("उदाहरण डॉट कॉम", "उदाहरण.com")]
    [InlineData("example。com", "example.com")]
    [InlineData("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com")]
    [InlineData("www.example.com.", "www.example.com")]
    public void Tells_where_a_link_leads(string text, string host)
    {
        foreach (var view in new[] { TextView.Clean(text), TextView.Decoded(text) })
        {
            var link = Assert.Single(LinkFinder.Find(view));

            Assert.Equal(host, link.Host);
        }
    }

    [Theory]
    [InlineData("https://xn--p1b6ci4b4b3a.xn--h2brj9c/", true)]
    [InlineData("उदाहरण.भारत", false)]
    [InlineData("https://example.com/xn--a", false)]
    public void Tells_punycode(string text, bool isPunycode) =>
        Assert.Equal(isPunycode, Assert.Single(LinkFinder.Find(TextView.Clean(text))).IsPunycode);

    [Theory]
    [InlineData("<a href=\"https://evil.example/x\">https://good.example</a>", "evil.example", "good.example")]
    [InlineData("<a class='b' href = 'https://evil.example/x' rel=x>good.com</a>", "evil.example", "good.com")]
    [InlineData("<A HREF=https://evil.example>click here</A>", "evil.example", null)]
    [InlineData("<a href=\"//evil.example/x\">x</a>", "evil.example", null)]
    [InlineData("&lt;a href=&quot;https://evil.example/x&quot;&gt;www.good.example&lt;/a&gt;", "evil.example", "www.good.example")]
    [InlineData("[url=https://evil.example/x]good.com[/url]", "evil.example", "good.com")]
    [InlineData("[URL=\"https://evil.example/x\"]click[/URL]", "evil.example", null)]
    [InlineData("[url]https://evil.example/x[/url]", "evil.example", "evil.example")]
    [InlineData("[good.com](https://evil.example/x)", "evil.example", "good.com")]
    [InlineData("[https://good.example/](https://evil.example/a_(b) \"title\")", "evil.example", "good.example")]
    [InlineData("![picture](https://evil.example/x.png)", "evil.example", null)]
    public void Reads_a_link_with_a_text_of_its_own_as_one(string text, string host, string? shown)
    {
        var link = Assert.Single(LinkFinder.Find(TextView.Decoded(text)));

        Assert.Equal((host, shown), (link.Host, link.ShownHost));
        Assert.True(link.Span.End >= text.Length - 8 && link.Span.Start <= 1);
    }

    [Fact]
    public void Tags_left_open_hide_no_links()
    {
        var found = LinkFinder.Find(TextView.Decoded("<a href=https://a.example>one <a href=https://b.example>two</a> c.com [url=d.com] e.com [x](f.com"));

        Assert.Equal(["a.example", "b.example", "c.com", "d.com", "e.com", "f.com"], found.Select(link => link.Host));
    }

    [Theory]
    [InlineData("a.com", false)]
    [InlineData("a.com/", false)]
    [InlineData("https://a.example/", false)]
    [InlineData("https://a.example:80", false)]
    [InlineData("a.com/x", true)]
    [InlineData("https://a.example?x=1", true)]
    public void Tells_whether_a_path_follows(string text, bool hasPath) =>
        Assert.Equal(hasPath, Assert.Single(LinkFinder.Find(TextView.Clean(text))).HasPath);

    [Fact]
    public void Any_units_at_all_give_links_apart_and_on_grapheme_edges()
    {
        var random = new Random(30_001);
        string[] pieces = ["http://", "www.", "a.com", ".com", "/", "[url=", "]", "[/url]", "<a href=", ">", "</a>", "](", "(dot)", " dot ", "xn--", "%2F", "\u0301", "।"];
        for (var round = 0; round < 30_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ =>
                random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : RandomText.Units(random, random.Next(3))));
            var edges = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();

            foreach (var view in new[] { TextView.Clean(text), TextView.Decoded(text) })
            {
                var found = LinkFinder.Find(view);

                Assert.All(found, link => Assert.True(link.Host.Length > 0 && link.Span.Length > 0 && edges.Contains(link.Span.Start) && edges.Contains(link.Span.End), text));
                Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Span.Start < pair.Second.Span.Start, text));
            }
        }
    }

    [Theory]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a.com")]
    [InlineData("a.com ")]
    [InlineData("http://")]
    [InlineData("http://a")]
    [InlineData("http://xn--a ")]
    [InlineData("http://a.b/(")]
    [InlineData("://")]
    [InlineData("www.")]
    [InlineData("[")]
    [InlineData("[](")]
    [InlineData("[url=a.com]")]
    [InlineData("[url")]
    [InlineData("<a href=http://a.com>")]
    [InlineData("<a ")]
    [InlineData("<")]
    [InlineData("a dot ")]
    [InlineData("a (dot) com ")]
    [InlineData("[.]")]
    [InlineData("a[.]")]
    [InlineData("dot")]
    [InlineData("डॉट ")]
    [InlineData("%20")]
    [InlineData("http://%20")]
    [InlineData("a.b@")]
    [InlineData("a.in+")]
    [InlineData("a.com\u0301\u0301\u0301")]
    [InlineData("👨‍👩‍👧.")]
    public void Survives_64_Ki_of_anything(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        var found = LinkFinder.Find(TextView.Decoded(text + " https://last.example/ "));

        Assert.Contains(found, link => link.Host.Contains("last.example", StringComparison.Ordinal) || link.HasPath);
    }

    private static string Written(IReadOnlyList<Link> links, string text) =>
        string.Join('|', links.Select(link => text.Substring(link.Span.Start, link.Span.Length)));
}
