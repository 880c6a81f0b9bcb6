using System.Globalization;
using System.Text.Json;
using CsCheck;
using Moderation.Contracts;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

/// <summary>Any sequence of UTF-16 units, with the pieces among it that rules look for.</summary>
public sealed class AnyTextTests
{
    private static readonly Ruleset _ruleset = Ruleset.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));

    private static readonly string[] _known =
    [
        "https://", "www.bit.ly/x", "[a.com](http://b.com)", "a@b.com", "98765 43210", "helper@okaxis", "t.me/x", " ", "\n", "!!!!!!!", "😂😂😂",
        "STUPID", "idiot", "उल्लू का पट्ठा", "घर बैठे पैसे कमाएं", "earn from home", "&#64;", "%40", "\u200D", "\u202E", "\uD800", "\u0301\u0302\u0303\u0304",
    ];

    private static readonly Gen<string> _piece = Gen.OneOf(
        Gen.Char.Array[0, 12].Select(units => new string(units)),
        Gen.Int[0, _known.Length - 1].Select(index => _known[index]));

    private static readonly Gen<string> _text = _piece.Array[0, 12].Select(string.Concat);

    private static readonly Gen<string> _plain = Gen.OneOf(
        Gen.Int[0, _known.Length - 1].Select(index => _known[index]),
        Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u0900', '\u097F'], Gen.Char['\u00A0', '\u04FF']).Array[0, 8].Select(units => new string(units)))
        .Array[0, 8].Select(string.Concat);

    private static readonly Gen<KnownFacts> _facts = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 31], Gen.Bool).Select(
        (approved, rejected, tooFast, isDegraded) => new KnownFacts
        {
            State = isDegraded ? FactsState.Degraded : FactsState.Complete,
            Approved = isDegraded ? 0 : approved,
            Rejected = isDegraded ? 0 : rejected,
            SeenBefore = isDegraded ? 0 : approved,
            TooFast = (RateDimensions)tooFast,
        });

    [Fact]
    public void Any_comment_gets_a_verdict_and_the_same_one_again() => Gen.Select(_text, _text, _facts).Sample((body, name, facts) =>
    {
        var comment = SomeComment.With(body, name, email: name, ip: name);
        comment = comment with { Author = comment.Author with { Url = body } };

        var first = Judge(comment, facts);
        var second = Judge(comment, facts);

        Assert.Equal(first.Outcome, second.Outcome);
        Assert.Equal(JsonSerializer.Serialize(first.Verdict), JsonSerializer.Serialize(second.Verdict));
        Assert.Equal(first.Verdict.Findings.Sum(finding => finding.Score), first.Verdict.Score);
        Assert.All(first.Verdict.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Reason)));
        Assert.All(first.Verdict.Findings.SelectMany(finding => finding.Spans), span =>
        {
            var edges = EdgesOf(span.Field == "author.name" ? name : body);
            Assert.True(span.Length > 0 && edges.Contains(span.Start) && edges.Contains(span.Start + span.Length), $"{span} in {body}");
        });
    }, iter: 3_000, threads: 1);

    [Fact]
    public void A_joiner_more_changes_no_verdict() => Gen.Select(_plain, Gen.Int[0, 10_000], Gen.Bool).Sample((body, place, isJoiner) =>
    {
        var at = place % (body.Length + 1);
        // Inside a pair of surrogates or an escape it does change what the text says.
        if (at > 0 && at < body.Length && (char.IsSurrogatePair(body[at - 1], body[at]) || body.ContainsAny('&', '%')))
        {
            return;
        }

        var without = Judge(SomeComment.With(body), KnownFacts.Nothing);
        var with = Judge(SomeComment.With(body.Insert(at, isJoiner ? "\u200D" : "\u200C")), KnownFacts.Nothing);

        Assert.Equal((without.Outcome, Heard(without)), (with.Outcome, Heard(with)));
    }, iter: 5_000, threads: 1);

    [Fact]
    public void Without_facts_no_comment_is_approved() => Gen.Select(_text, _facts).Sample(
        (body, facts) => Assert.NotEqual(Outcome.Approve, Judge(SomeComment.With(body), facts with { State = FactsState.Degraded }).Outcome),
        iter: 1_000, threads: 1);

    private static string Heard(Judgement judgement) =>
        string.Join(' ', judgement.Verdict.Findings.Select(finding => $"{finding.Rule} {finding.Score} {finding.Spans.Count}"));

    private static HashSet<int> EdgesOf(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];

    private static Judgement Judge(CommentSubmitted comment, KnownFacts facts) => _ruleset.Judge(new Draft(new CommentText(comment), facts));
}
