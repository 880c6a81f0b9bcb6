using System.Globalization;
using Moderation.Contracts;

namespace Moderation.Benchmarks.Desk;

/// <summary>Comments with their verdicts as a busy newspaper group would have them: some sites, pages, rules and words are much more frequent than others.</summary>
internal sealed class MadeCases
{
    /// <summary>In every two thousandth text.</summary>
    public const string RareWord = "किलिमंजारो";

    /// <summary>In no text.</summary>
    public const string MissingWord = "zzyzxqvjk";

    public const string RareRule = "MisleadingLink";
    public const string FrequentRule = "NewAuthor";
    public const string RareLanguage = "mr";

    private const int Pages = 3_000;

    private static readonly string[] _sites = ["demo", "daak", "khabar", "sandesh", "patrika"];
    private static readonly string?[] _languages = ["hi", "hi-Latn", "en", null, RareLanguage];

    private static readonly (string Rule, string Label)[] _rules =
    [
        (FrequentRule, Labels.NewAuthor), ("Insults", Labels.Abuse), ("TooManyLinks", Labels.Links), ("Offers", Labels.Spam), ("PhoneNumbers", Labels.Contact),
        ("Threats", Labels.Threat), ("RepeatedText", Labels.Repeat), ("Gibberish", Labels.Gibberish), ("PostingTooFast", Labels.Flood), (RareRule, Labels.Promotion),
    ];

    private readonly Random _random = new(7);
    private readonly string[] _words = SampleTexts.Words("hi", "hi-Latn", "en");
    private readonly DateTimeOffset _begin;
    private readonly DeskOptions _options;

    public MadeCases(DeskOptions options, DateTimeOffset now) => (_options, _begin) = (options, now.AddDays(-30));

    public IEnumerable<MadeCase> All()
    {
        var step = TimeSpan.FromDays(29) / _options.Cases;
        for (var number = 0; number < _options.Cases; number++)
        {
            yield return Make(number, _begin + (step * number));
        }
    }

    private MadeCase Make(int number, DateTimeOffset at)
    {
        var share = _random.NextDouble();
        var state = share < _options.Held ? "held" : share < _options.Held + 0.15 ? "rejected" : "approved";
        var verdict = Verdict(state);
        var page = Skewed(Pages);
        return new MadeCase(
            new CommentSubmitted
            {
                CommentId = Guid.CreateVersion7(at),
                SiteId = _sites[Skewed(_sites.Length)],
                Page = new Page { Id = $"page-{page}", Url = $"https://news.example.com/{page}", Title = $"ख़बर {page}: {string.Join(' ', _random.GetItems(_words, 4))}" },
                Author = new Author
                {
                    Name = $"Pathak {number % 40_000}",
                    Email = _random.NextDouble() < 0.8 ? $"pathak{number % 40_000}@example.org" : null,
                },
                Body = Text(number),
                Client = new Client { Ip = $"192.0.2.{number % 250}", UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0" },
                Language = _languages[Skewed(_languages.Length)],
                SubmittedAt = at,
            },
            verdict,
            state);
    }

    private string Text(int number) =>
        string.Join(' ', _random.GetItems(_words, _random.Next(8, 60)))
        + (number % 2_000 == 1_234 ? $" {RareWord}" : "")
        + string.Create(CultureInfo.InvariantCulture, $" {number:x}");

    private Verdict Verdict(string state)
    {
        var rules = Enumerable.Range(0, state == "approved" ? _random.Next(0, 2) : _random.Next(1, 4)).Select(_ => _rules[Skewed(_rules.Length)]).Distinct();
        List<Finding> findings =
        [
            .. rules.Select(rule => new Finding
            {
                Rule = rule.Rule,
                Score = Math.Round((_random.NextDouble() * 6) + 0.5, 2),
                Reason = $"What {rule.Rule} says of it, in a sentence a moderator understands.",
                Labels = [rule.Label],
                Spans = [new Span { Field = "body", Start = 2, Length = 5 }],
            }),
        ];
        return new Verdict { Score = findings.Sum(finding => finding.Score), Findings = findings, Ruleset = new string('a', 64) };
    }

    // Each next one is about half as frequent as the one before, of few; of many, about a tenth of them have a half.
    private int Skewed(int count) => count <= 10
        ? Math.Min(count - 1, (int)-Math.Log2(1 - _random.NextDouble()))
        : (int)(count * Math.Pow(_random.NextDouble(), 3));
}

internal sealed record MadeCase(CommentSubmitted Comment, Verdict Verdict, string State);
