using Moderation.Contracts;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class RuleTests
{
    private static readonly Ruleset _ruleset = RuleDirectory.Read();

    [Theory]
    [InlineData("A fine day.", null, "")]
    [InlineData("What a blorb!", 3.0, "blorb")]
    [InlineData("BLORB", 3.0, "BLORB")]
    [InlineData("snarf", 5.0, "snarf")]
    [InlineData("blorb and snarf", 5.0, "blorb,snarf")]
    [InlineData("blorb blorb blorb blorb", 3.0, "blorb,blorb,blorb,blorb")]
    [InlineData("you wug  wug", 10.0, "wug  wug")]
    [InlineData("blorbed unblorb blorbs", null, "")]
    [InlineData("यह कटुशब्द है", 5.0, "कटुशब्द")]
    [InlineData("कटुशब्दों", null, "")]
    [InlineData("b\u200Blorb", 3.0, "b\u200Blorb")]
    [InlineData("ｂｌｏｒｂ", 3.0, "ｂｌｏｒｂ")]
    public void Banned_words_are_found_whole_and_marked(string body, double? score, string marked)
    {
        var comment = SomeComment.With(body);

        var finding = Evaluate("BannedWords", comment);

        Assert.Equal(score, finding?.Score);
        Assert.Equal(marked, string.Join(',', Marked(finding, comment)));
    }

    [Fact]
    public void Banned_words_are_found_in_the_name_too()
    {
        var comment = SomeComment.With("snarf", name: "Mr Blorb");

        var finding = Evaluate("BannedWords", comment)!;

        Assert.Equal(["body", "author.name"], finding.Spans.Select(span => span.Field));
        Assert.Equal(["snarf", "Blorb"], Marked(finding, comment));
        Assert.Equal("Banned words: “snarf” (strong), “blorb” (mild).", finding.Reason);
        Assert.Equal([Labels.Abuse, Labels.Profanity], finding.Labels);
    }

    [Theory]
    [InlineData("you b.l.o.r.b", "b.l.o.r.b", "blorb", "Banned words: “blorb” (mild, written “b.l.o.r.b”).")]
    [InlineData("5n4rf", "5n4rf", "snarf", "Banned words: “snarf” (strong, written “5n4rf”).")]
    [InlineData("क‍टु श‍ब्द और katushabd", "क‍टु श‍ब्द|katushabd", "कटुशब्द|कटुशब्द", "Banned words: “कटुशब्द” (strong, written “क‍टु श‍ब्द”).")]
    public void A_disguised_word_says_what_it_was_read_as(string body, string marked, string readAs, string reason)
    {
        var comment = SomeComment.With(body);

        var finding = Evaluate("BannedWords", comment)!;

        Assert.Equal(marked, string.Join('|', Marked(finding, comment)));
        Assert.Equal(readAs, string.Join('|', finding.Spans.Select(span => span.ReadAs)));
        Assert.Equal(reason, finding.Reason);
    }

    [Fact]
    public void A_word_that_is_listed_as_it_stands_is_read_as_nothing_else()
    {
        var ruleset = RuleDirectory.Read(words: "snarfa | mild\nsnaarfa | severe\nsnarpha | strong");

        var finding = Assert.Single(ruleset.Judge(new Draft(new CommentText(SomeComment.With("Snarfa!")), KnownFacts.Nothing)).Verdict.Findings);

        Assert.Equal("Banned words: “snarfa” (mild).", finding.Reason);
        Assert.Null(Assert.Single(finding.Spans).ReadAs);
    }

    [Fact]
    public void Many_banned_words_are_quoted_in_part()
    {
        var words = string.Join('\n', Enumerable.Range(0, 9).Select(number => $"blorb{number}"));
        var ruleset = RuleDirectory.Read(words: words);

        var verdict = ruleset.Judge(new Draft(new CommentText(SomeComment.With(words)), KnownFacts.Nothing)).Verdict;

        Assert.EndsWith("“blorb4” (strong) and 4 more.", Assert.Single(verdict.Findings).Reason, StringComparison.Ordinal);
        Assert.Equal(9, verdict.Findings[0].Spans.Count);
    }

    [Theory]
    [InlineData("no link", "")]
    [InlineData("देखें https://a.example/समाचार। और", "https://a.example/समाचार")]
    [InlineData("a.com b.com a.com", "a.com|b.com|a.com")]
    [InlineData("exa\u200Bmple.com", "exa\u200Bmple.com")]
    [InlineData("reader@example.com", "")]
    [InlineData("first.in@example.com", "")]
    public void Links_are_marked_in_the_original_and_emails_are_none(string body, string links)
    {
        var comment = SomeComment.With(body);

        var finding = Evaluate("NewAuthorWithLink", comment);

        Assert.Equal(links, string.Join('|', Marked(finding, comment)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(3, "3 links; the limit is 2.")]
    [InlineData(5, "5 links; the limit is 2.")]
    public void Links_above_the_limit_are_too_many(int links, string? reason)
    {
        var comment = SomeComment.With(string.Join(' ', Enumerable.Range(0, links).Select(number => $"https://{number}.example/")));

        var finding = Evaluate("TooManyLinks", comment, new KnownFacts { Approved = 1 });

        Assert.Equal(reason, finding?.Reason);
        Assert.Equal(reason is null ? 0 : links, finding?.Spans.Count ?? 0);
    }

    [Fact]
    public void A_thousand_links_are_not_a_thousand_marks()
    {
        var comment = SomeComment.With(string.Join(' ', Enumerable.Repeat("a.com", 1000)));

        var finding = Evaluate("TooManyLinks", comment)!;

        Assert.StartsWith("1000 links", finding.Reason, StringComparison.Ordinal);
        Assert.Equal(100, finding.Spans.Count);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, "The same text was already sent 2 times within 24 hours; the limit is 1.")]
    [InlineData(900, "The same text was already sent 900 times within 24 hours; the limit is 1.")]
    public void A_text_seen_too_often_is_repeated(int seen, string? reason)
    {
        var finding = Evaluate("RepeatedText", SomeComment.With(), new KnownFacts { SeenBefore = seen });

        Assert.Equal(reason, finding?.Reason);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "Comments from this network address come too fast; the limit is 5 at once, then one every 10 seconds.")]
    [InlineData(4, "Comments from this email come too fast; the limit is 5 at once, then one every 10 seconds.")]
    [InlineData(5, "Comments from this network address and from this email come too fast; the limit is 5 at once, then one every 10 seconds.")]
    public void Posting_too_fast_says_from_where(int dimensions, string? reason)
    {
        var finding = Evaluate("PostingTooFast", SomeComment.With(), new KnownFacts { TooFast = (RateDimensions)dimensions });

        Assert.Equal(reason, finding?.Reason);
    }

    [Theory]
    [InlineData("a.com", 0, true)]
    [InlineData("a.com", 1, false)]
    [InlineData("no link", 0, false)]
    public void A_link_counts_until_something_of_the_author_was_approved(string body, int approved, bool found)
    {
        var finding = Evaluate("NewAuthorWithLink", SomeComment.With(body), new KnownFacts { Approved = approved, Rejected = 7 });

        Assert.Equal(found, finding is not null);
    }

    [Fact]
    public void Every_finding_has_a_sentence_and_labels_of_the_vocabulary()
    {
        var facts = new KnownFacts { TooFast = RateDimensions.Address, SeenBefore = 9, State = FactsState.Degraded };
        var complete = facts with { State = FactsState.Complete };
        var text = new CommentText(SomeComment.With("blorb a.com b.com c.com"));

        var findings = _ruleset.Judge(new Draft(text, facts)).Verdict.Findings.Concat(_ruleset.Judge(new Draft(text, complete)).Verdict.Findings).ToList();

        Assert.Equal(6, findings.Select(finding => finding.Rule).Distinct().Count());
        Assert.All(findings, finding => Assert.EndsWith(".", finding.Reason, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Subset(Labels.All.ToHashSet(), finding.Labels.ToHashSet()));
    }

    private static Finding? Evaluate(string rule, CommentSubmitted comment, KnownFacts? facts = null) =>
        _ruleset.Judge(new Draft(new CommentText(comment), facts ?? KnownFacts.Nothing)).Verdict.Findings.SingleOrDefault(finding => finding.Rule == rule);

    private static IEnumerable<string> Marked(Finding? finding, CommentSubmitted comment) =>
        (finding?.Spans ?? []).Select(span => (span.Field == "body" ? comment.Body : comment.Author.Name).Substring(span.Start, span.Length));
}
