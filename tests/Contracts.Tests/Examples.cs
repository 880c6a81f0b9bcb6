namespace Moderation.Contracts.Tests;

/// <summary>One message of each kind with every field filled.</summary>
internal static class Examples
{
    private static readonly DateTimeOffset _submittedAt = new(2026, 7, 1, 6, 30, 0, TimeSpan.Zero);

    private static readonly Guid _erasure = Guid.Parse("0197d242-0000-7000-8000-000000000002");

    private static readonly CommentSubmitted _submitted = new()
    {
        CommentId = Guid.Parse("0197c2a0-0000-7000-8000-000000000001"),
        SiteId = "demo",
        Page = new Page { Id = "monsoon-2026", Url = "https://news.example.com/monsoon", Title = "बारिश आई" },
        ParentId = Guid.Parse("0197c2a0-0000-7000-8000-000000000000"),
        Author = new Author { Name = "पाठक", Email = "reader@example.com", Url = "https://reader.example.com/" },
        Body = "बहुत अच्छी ख़बर!",
        Client = new Client { Ip = "203.0.113.9", UserAgent = "Browser/1.0", Referrer = "https://news.example.com/" },
        Form = new Form { Trapped = false, Seconds = 41.5 },
        Language = "hi",
        SubmittedAt = _submittedAt,
    };

    private static readonly Verdict _verdict = new()
    {
        Score = 5,
        Findings =
        [
            new Finding
            {
                Rule = "TooManyLinks",
                Score = 5,
                Probability = 0.8123,
                Reason = "5 links; the limit is 2.",
                Translations = new Dictionary<string, string> { ["hi"] = "5 लिंक; सीमा 2 है।" },
                Labels = [Labels.Links],
                Spans = [new Span { Field = "body", Start = 0, Length = 4, ReadAs = "बहुत" }],
            },
        ],
        Shadow =
        [
            new Finding { Rule = "Shouting", Score = 2, Reason = "The text shouts.", Labels = [Labels.Flood], Spans = [] },
        ],
        Ruleset = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Model = "3f79bb7b435b",
    };

    private static readonly RuleScores _scores = new() { Mild = 3, Strong = 5, Severe = 10 };

    private static readonly RulesOverlay _overlay = new()
    {
        Words =
        [
            new WordChange
            {
                Site = "demo", List = "abuse", Language = "hi", Entry = "खराब+", Severity = "mild", Labels = [Labels.Abuse], By = "admin", At = _submittedAt,
            },
            new WordChange { List = "spam", Language = "en", Entry = "click here", IsRemoved = true, By = "admin", At = _submittedAt },
        ],
        Rules = [new RuleChange { Site = "demo", Rule = "BannedWords", Mode = "shadow", Score = _scores, By = "admin", At = _submittedAt }],
    };

    private static readonly RulesNotice _notice = new()
    {
        Code = RulesNotices.Cancelled,
        IsFault = true,
        Site = "demo",
        Rule = "BannedWords",
        List = "abuse",
        Language = "hi",
        Entry = "खराब+",
        Other = "खराब",
        Sentence = "“खराब+” finds nothing: the innocent list has “खराब”.",
    };

    private static readonly object[] _all =
    [
        _submitted,
        new CommentApproved { Comment = _submitted, Verdict = _verdict, Sequence = 2, DecidedBy = "admin", DecidedAt = _submittedAt.AddMinutes(5) },
        new CommentHeld { Comment = _submitted, Verdict = _verdict, Sequence = 1, DecidedBy = IDecision.Rules, DecidedAt = _submittedAt.AddSeconds(1) },
        new CommentRejected { Comment = _submitted, Verdict = _verdict, Sequence = 1, DecidedBy = IDecision.Rules, DecidedAt = _submittedAt.AddSeconds(1) },
        new CommentTaught
        {
            Comment = _submitted, Sequence = 2, IsAbuse = true, IsSpam = null, DecidedBy = "admin", DecidedAt = _submittedAt.AddMinutes(5),
        },
        new LearningChangeRequested
        {
            RequestId = Guid.Parse("0197d242-0000-7000-8000-000000000003"),
            SiteId = "demo",
            Change = LearningChange.LeaveOut,
            Version = 41,
            Moderator = "asha",
            RequestedBy = "admin",
            RequestedAt = _submittedAt.AddDays(3),
        },
        new ErasureRequested
        {
            ErasureId = _erasure,
            SiteId = "demo",
            AuthorKey = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
            RequestedAt = _submittedAt.AddDays(3),
        },
        new AuthorErased
        {
            ErasureId = _erasure,
            SiteId = "demo",
            AuthorKey = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
            ErasedAt = _submittedAt.AddDays(3),
            CommentIds = [_submitted.CommentId],
        },
        new AuthorDataErased { ErasureId = _erasure, SiteId = "demo", Service = "worker" },
        new RulesAsked { Site = "demo" },
        new RulesAnswered
        {
            FilesOnly = false,
            Stamp = "7-0f3a",
            Ruleset = _verdict.Ruleset,
            HoldFrom = 5,
            RejectFrom = 10,
            Rules =
            [
                new RuleDescription
                {
                    Id = "BannedWords",
                    Mode = "live",
                    Score = _scores,
                    HasWords = true,
                    HasOnlyWords = true,
                    Labels = [Labels.Abuse],
                    Reason = "Banned words: {words}.",
                    Translations = new Dictionary<string, string> { ["hi"] = "प्रतिबंधित शब्द: {words}।" },
                },
            ],
            Lists = [new WordListDescription { Name = "innocent", Language = "en", Entries = 1292, IsInnocent = true }],
            SitesWithFiles = ["demo"],
            Notices = [_notice],
            Fault = "rules/spam.yaml, line 4: 'links' must be a number.",
        },
        new WordsAsked { List = "abuse", Language = "hi", Phrase = "खराब", Skip = 100, Take = 50 },
        new WordsAnswered { Total = 1, Entries = [new ListedEntry { Entry = "खराब+", Severity = "mild", Labels = [Labels.Abuse] }] },
        new VerdictAsked { Comment = _submitted, Overlay = _overlay },
        new VerdictAnswered { Outcome = "hold", Verdict = _verdict, HoldFrom = 5, RejectFrom = 10 },
        new PreviewAsked { Overlay = _overlay, Comments = [_submitted], Approved = [] },
        new PreviewAnswered
        {
            Counts = [new OutcomeCount { From = "approve", To = "hold", Count = 3 }],
            Changes =
            [
                new ChangedComment { CommentId = _submitted.CommentId, From = "approve", To = "hold", ScoreBefore = 0, Verdict = _verdict, Rules = ["TooManyLinks"] },
            ],
            Hits = [new EntryHits { Site = "demo", List = "abuse", Language = "hi", Entry = "खराब+", Comments = 2 }],
            Notices = [_notice],
            Ruleset = _verdict.Ruleset,
        },
    ];

    public static TheoryData<string> Names => new(_all.Select(message => message.GetType().Name));

    public static object Of(string name) => _all.Single(message => message.GetType().Name == name);
}
