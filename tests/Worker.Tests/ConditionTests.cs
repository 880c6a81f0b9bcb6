using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class ConditionTests
{
    private static readonly Hosting.Sites.Site _site = SomeSite.New() with { ClosedPages = new HashSet<string> { "old" } };

    [Theory]
    [InlineData("{ words: abuse }", "a blorb", true)]
    [InlineData("{ words: abuse }", "nothing", false)]
    [InlineData("{ words: { list: abuse, severity: severe } }", "a blorb", false)]
    [InlineData("{ words: { list: abuse, severity: [mild, severe] } }", "a blorb", true)]
    [InlineData("{ words: { list: abuse, label: hate } }", "wug wug", true)]
    [InlineData("{ words: { list: abuse, label: hate } }", "a blorb", false)]
    [InlineData("{ words: [frob, two words] }", "FROB", true)]
    [InlineData("{ words: [frob, two words] }", "these two words", true)]
    [InlineData("{ words: [frob, two words] }", "two of words", false)]
    [InlineData("{ words: [frob | severe | hate] }", "frob", true)]
    [InlineData("{ words: { list: abuse, entries: [frob] } }", "frob", true)]
    [InlineData("{ words: { entries: [काम], language: hi } }", "यह काम है", true)]
    [InlineData("{ links: \"> 1\" }", "a.com b.com", true)]
    [InlineData("{ links: \"> 1\" }", "a.com", false)]
    [InlineData("{ links: \"< 1\" }", "none", true)]
    [InlineData("{ links: 2 }", "a.com b.com", true)]
    [InlineData("{ links: \">= 2\" }", "a.com", false)]
    [InlineData("{ links: \"<= 1\" }", "a.com", true)]
    [InlineData("{ links: 0 }", "naavwala [at] example (dot) in", true)]
    [InlineData("{ domain: [bad.com] }", "see www.bad.com/x", true)]
    [InlineData("{ domain: [bad.com] }", "see BAD.com", true)]
    [InlineData("{ domain: [bad.com] }", "see notbad.com", false)]
    [InlineData("{ domain: [bad.com] }", "see bad.com.in", false)]
    [InlineData("{ domain: [xn--p1b6ci4b4b3a.xn--h2brj9c] }", "https://उदाहरण.भारत/", true)]
    [InlineData("{ domain: [उदाहरण.भारत] }", "https://उदाहरण.भारत/", true)]
    [InlineData("{ domain: { list: bad } }", "see bad.com", true)]
    [InlineData("{ domain: { list: bad, entries: [worse.com] } }", "see worse.com", true)]
    [InlineData("{ lookalike: [paypal.com] }", "https://pаypal.com/", true)]
    [InlineData("{ lookalike: [paypal.com] }", "https://www.paypal.com/", false)]
    [InlineData("{ misleading: true }", "[bank.com](https://other.com/)", true)]
    [InlineData("{ misleading: true }", "[bank.com](https://www.bank.com/)", false)]
    [InlineData("{ misleading: false }", "[bank.com](https://other.com/)", false)]
    [InlineData("{ contact: phone }", "98765 43210", true)]
    [InlineData("{ contact: email }", "98765 43210", false)]
    [InlineData("{ contact: [email, phone] }", "someone@example.com", true)]
    [InlineData("{ contact: whatsapp }", "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", true)]
    [InlineData("{ length: \"> 5\" }", "नमस्ते जी", true)]
    [InlineData("{ length: \"> 5\" }", "short", false)]
    [InlineData("{ letters: 3 }", "a-b-c 1", true)]
    [InlineData("{ capitals: \"> 70%\" }", "SHOUT", true)]
    [InlineData("{ capitals: \"> 0.7\" }", "Quiet", false)]
    [InlineData("{ marks: \"> 3\" }", "what?!?!", true)]
    [InlineData("{ emoji: \"> 1\" }", "😂😂", true)]
    [InlineData("{ stretched: \"> 4\" }", "soooooo", true)]
    [InlineData("{ stacked: \"> 3\" }", "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A", true)]
    [InlineData("{ gibberish: \"> 80%\" }", "sdfghjk lkjhgf qwrtpsd zxcvbnm dfghjkl", true)]
    [InlineData("{ gibberish: \"> 80%\" }", "The road is open again today", false)]
    [InlineData("{ links: 1, length: \"< 10\" }", "a.com", true)]
    [InlineData("{ links: 1, length: \"> 10\" }", "a.com", false)]
    [InlineData("{ all: [{ links: 1 }, { length: \"< 10\" }] }", "a.com", true)]
    [InlineData("{ any: [{ links: 1 }, { length: \"> 10\" }] }", "a longer text", true)]
    [InlineData("{ any: [{ links: 1 }, { length: \"> 10\" }] }", "short", false)]
    [InlineData("{ not: { links: 1 } }", "a.com", false)]
    [InlineData("{ not: { links: 1, length: \"> 10\" } }", "a.com", true)]
    public void Of_the_text(string when, string body, bool speaks) =>
        Assert.Equal(speaks, Speaks(when, SomeComment.With(body), KnownFacts.Nothing));

    [Theory]
    [InlineData("{ seen: \"> 1\" }", true)]
    [InlineData("{ seen: \"> 2\" }", false)]
    [InlineData("{ nearly-seen: 3 }", true)]
    [InlineData("{ approved: \">= 4\" }", true)]
    [InlineData("{ approved: \"< 4\" }", false)]
    [InlineData("{ rejected: 5 }", true)]
    [InlineData("{ too-fast: true }", true)]
    [InlineData("{ too-fast: false }", false)]
    [InlineData("{ too-fast: network }", true)]
    [InlineData("{ too-fast: [address, site] }", false)]
    [InlineData("{ standing: held }", true)]
    [InlineData("{ standing: blocked }", false)]
    public void Of_the_facts(string when, bool speaks)
    {
        var facts = new KnownFacts { SeenBefore = 2, NearlySeenBefore = 3, Approved = 4, Rejected = 5, TooFast = RateDimensions.Network, Standing = Standing.Held };

        Assert.Equal(speaks, Speaks(when, SomeComment.With(), facts));
    }

    [Theory]
    [InlineData("{ seen: \">= 0\" }", false)]
    [InlineData("{ not: { seen: \"> 100\" } }", false)]
    [InlineData("{ approved: 0 }", false)]
    [InlineData("{ not: { approved: \"> 0\" } }", false)]
    [InlineData("{ not: { rejected: \"> 0\" } }", false)]
    [InlineData("{ not: { standing: blocked } }", false)]
    [InlineData("{ too-fast: address }", true)]
    [InlineData("{ too-fast: email }", false)]
    [InlineData("{ too-fast: false }", false)]
    [InlineData("{ not: { too-fast: email } }", false)]
    [InlineData("{ any: [{ approved: 0 }, { length: \"> 0\" }] }", true)]
    [InlineData("{ any: [{ approved: 0 }, { length: 0 }] }", false)]
    [InlineData("{ not: { all: [{ approved: 0 }, { length: 0 }] } }", true)]
    [InlineData("{ not: { all: [{ approved: 0 }, { length: \"> 0\" }] } }", false)]
    public void What_is_not_known_speaks_neither_for_nor_against(string when, bool speaks) =>
        Assert.Equal(speaks, Speaks(when, SomeComment.With(), new KnownFacts { State = FactsState.Degraded, TooFast = RateDimensions.Address }));

    [Theory]
    [InlineData("{ address: [192.0.2.7] }", "192.0.2.7", true)]
    [InlineData("{ address: [192.0.2.7] }", "::ffff:192.0.2.7", true)]
    [InlineData("{ address: [192.0.2.0/24] }", "192.0.2.200", true)]
    [InlineData("{ address: [192.0.2.1/24] }", "192.0.2.200", true)]
    [InlineData("{ address: [192.0.2.0/24] }", "192.0.3.200", false)]
    [InlineData("{ address: [\"2001:db8::/32\"] }", "2001:db8:1::1", true)]
    [InlineData("{ address: [\"2001:db8::/32\"] }", "192.0.2.7", false)]
    [InlineData("{ address: [192.0.2.7] }", null, false)]
    [InlineData("{ address: [192.0.2.7] }", "no address", false)]
    public void Of_the_address(string when, string? ip, bool speaks) => Assert.Equal(speaks, Speaks(when, SomeComment.With(ip: ip), KnownFacts.Nothing));

    [Theory]
    [InlineData("{ email: [a@bad.com] }", "A@Bad.com", true)]
    [InlineData("{ email: [a@bad.com] }", "aa@bad.com", false)]
    [InlineData("{ email: [\"@bad.com\"] }", "x@mail.bad.com", true)]
    [InlineData("{ email: [\"@bad.com\"] }", "x@notbad.com", false)]
    [InlineData("{ email: [\"@bad.com\"] }", "ｘ＠bad.com", true)]
    [InlineData("{ email: [\"@bad.com\"] }", "\uD800@bad.com", true)]
    [InlineData("{ email: [\"@bad.com\"] }", null, false)]
    [InlineData("{ has-email: true }", "x@bad.com", true)]
    [InlineData("{ has-email: false }", null, true)]
    public void Of_the_email(string when, string? email, bool speaks) => Assert.Equal(speaks, Speaks(when, SomeComment.With(email: email), KnownFacts.Nothing));

    [Fact]
    public void An_email_can_be_listed_by_its_key()
    {
        var when = $"{{ email: [{AuthorKey.Of(_site, "someone@example.com")}] }}";

        Assert.True(Speaks(when, SomeComment.With(email: "Someone+tag@example.com"), KnownFacts.Nothing));
        Assert.False(Speaks(when, SomeComment.With(email: "another@example.com"), KnownFacts.Nothing));
    }

    [Theory]
    [InlineData("{ name: [The Editor] }", "the  EDITOR ", true)]
    [InlineData("{ name: [The Editor] }", "The Editors", false)]
    [InlineData("{ words: { list: abuse, in: name } }", "Mr Blorb", true)]
    [InlineData("{ words: { list: abuse, in: [body, url] } }", "Mr Blorb", false)]
    public void Of_the_name(string when, string name, bool speaks) => Assert.Equal(speaks, Speaks(when, SomeComment.With(name: name), KnownFacts.Nothing));

    [Theory]
    [InlineData("{ has-url: true }", "https://a.com/", true)]
    [InlineData("{ has-url: true }", null, false)]
    [InlineData("{ domain: [a.com] }", "https://a.com/", true)]
    [InlineData("{ domain: { entries: [a.com], in: body } }", "https://a.com/", false)]
    [InlineData("{ words: { list: abuse, in: url } }", "https://a.com/blorb", true)]
    public void Of_the_website(string when, string? url, bool speaks)
    {
        var comment = SomeComment.With();

        Assert.Equal(speaks, Speaks(when, comment with { Author = comment.Author with { Url = url } }, KnownFacts.Nothing));
    }

    [Theory]
    [InlineData("{ trapped: true }", true, null, true)]
    [InlineData("{ trapped: true }", false, 9.0, false)]
    [InlineData("{ trapped: false }", false, 9.0, true)]
    [InlineData("{ form-seconds: \"< 2\" }", false, 1.5, true)]
    [InlineData("{ form-seconds: \"< 2\" }", false, 9.0, false)]
    [InlineData("{ form-seconds: \"< 2\" }", false, null, false)]
    [InlineData("{ not: { form-seconds: \">= 2\" } }", false, null, false)]
    public void Of_the_form(string when, bool trapped, double? seconds, bool speaks) => Assert.Equal(
        speaks, Speaks(when, SomeComment.With() with { Form = new Form { Trapped = trapped, Seconds = seconds } }, KnownFacts.Nothing));

    [Theory]
    [InlineData("{ page: closed }", "old", true)]
    [InlineData("{ page: closed }", "new", false)]
    [InlineData("{ page: [new, other] }", "new", true)]
    [InlineData("{ page: [closed] }", "old", false)]
    public void Of_the_page(string when, string page, bool speaks)
    {
        var comment = SomeComment.With();

        Assert.Equal(speaks, Speaks(when, comment with { Page = comment.Page with { Id = page } }, KnownFacts.Nothing));
    }

    [Theory]
    [InlineData("{ language: hi }", null, true)]
    [InlineData("{ language: [en, hi-Latn] }", "hi-latn", true)]
    [InlineData("{ language: hi }", "en", false)]
    public void Of_the_language_which_is_the_sites_own_unless_told(string when, string? language, bool speaks) =>
        Assert.Equal(speaks, Speaks(when, SomeComment.With() with { Language = language }, KnownFacts.Nothing));

    [Fact]
    public void Of_a_reply()
    {
        Assert.True(Speaks("{ is-reply: true }", SomeComment.With() with { ParentId = Guid.NewGuid() }, KnownFacts.Nothing));
        Assert.False(Speaks("{ is-reply: true }", SomeComment.With(), KnownFacts.Nothing));
    }

    [Theory]
    [InlineData("{ links: \"> 0\" }", "{links} {links|link|links}, over {links-limit}.", "a.com", "1 link, over 0.")]
    [InlineData("{ links: \"> 0\" }", "{links} {links|link|links}.", "a.com b.com", "2 links.")]
    [InlineData("{ capitals: \"> 70%\" }", "{capitals} of {capitals-limit}.", "ABCd", "75% of 70%.")]
    [InlineData("{ any: [{ words: abuse }, { links: \"> 5\" }] }", "{words}; {links}.", "blorb a.com", "“blorb” (mild); 1.")]
    [InlineData("{ any: [{ words: abuse }, { links: \"> 0\" }] }", "{words}; {links}.", "a.com", "; 1.")]
    [InlineData("{ domain: [a.com] }", "{domain}.", "a.com b.com www.a.com a.com", "a.com, www.a.com.")]
    [InlineData("{ contact: [phone, email] }", "It has {contact}.", "98765 43210, 98765 43211", "It has a phone number.")]
    public void Reasons_tell_what_was_seen(string when, string reason, string body, string told)
    {
        var verdict = Probe.When(when, reason).Judge(new Draft(new CommentText(SomeComment.With(body)), KnownFacts.Nothing)).Verdict;

        Assert.Equal(told, Assert.Single(verdict.Findings).Reason);
    }

    [Theory]
    [InlineData("{ any: [{ links: \"> 5\" }, { words: abuse }] }", "5")]
    [InlineData("{ any: [{ all: [{ links: 1 }, { length: 1 }] }, { words: abuse }] }", "5")]
    [InlineData("{ links: 1, words: abuse }", "12,5")]
    [InlineData("{ words: abuse, not: { links: 3 } }", "5")]
    public void Only_what_held_is_marked(string when, string lengths)
    {
        var verdict = Probe.When(when).Judge(new Draft(new CommentText(SomeComment.With("blorb www.some.com")), KnownFacts.Nothing)).Verdict;

        Assert.Equal(lengths, string.Join(',', Assert.Single(verdict.Findings).Spans.Select(span => span.Length)));
    }

    private static bool Speaks(string when, CommentSubmitted comment, KnownFacts facts)
    {
        var verdict = Probe.When(when, lists: "{ bad: [bad.com] }").Judge(new Draft(new CommentText(comment), facts, _site)).Verdict;
        return verdict.Findings.Any(finding => finding.Rule == Probe.Id);
    }
}
