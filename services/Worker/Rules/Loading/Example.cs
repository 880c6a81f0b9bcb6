using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Learning;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules.Conditions;

namespace Moderation.Worker.Rules.Loading;

/// <summary>A comment that a rule must match, or must let pass: just its body, or a map of what matters in it.</summary>
internal static class Example
{
    /// <summary>Refuses a rule that does not do what its examples say.</summary>
    /// <exception cref="Hosting.InvalidConfigurationException">An example fails.</exception>
    public static void Check(Rule rule, Setting examples)
    {
        var map = examples.Map();
        if (map.TryGet("match", out var match))
        {
            foreach (var example in match.Items())
            {
                if (rule.Evaluate(Read(example)) is null)
                {
                    throw example.Wrong($"{rule.Id} should match this example and does not: {Told(example)}");
                }
            }
        }

        if (map.TryGet("pass", out var pass))
        {
            foreach (var example in pass.Items())
            {
                if (rule.Evaluate(Read(example)) is { } finding)
                {
                    throw example.Wrong($"{rule.Id} should let this example pass and does not: {Told(example)}; it says: {finding.Reason.TrimEnd('.')}");
                }
            }
        }

        map.RefuseWhatNobodyRead();
    }

    private static string Told(Setting example) =>
        example.IsText ? $"“{Quotes.Piece(example.Written)}”"
        : example.Map().TryGet("body", out var body) ? $"“{Quotes.Piece(body.Written)}” and what stands with it"
        : "the map that begins here";

    private static Draft Read(Setting example)
    {
        if (example.IsText)
        {
            return DraftOf(example.Written, null, null, null, null, null, ("page", false), null, KnownFacts.Nothing, null, isReply: false);
        }

        var map = example.Map();
        string? Text(string key) => map.TryGet(key, out var setting) ? setting.Text() : null;
        var draft = DraftOf(
            Text("body") ?? "A comment.",
            Text("name"),
            Text("email"),
            Text("url"),
            Text("ip"),
            Text("language"),
            map.TryGet("page", out var page) ? PageOf(page) : ("page", false),
            map.TryGet("form", out var form) ? FormOf(form) : null,
            map.TryGet("facts", out var facts) ? FactsOf(facts) : KnownFacts.Nothing,
            map.TryGet("learned", out var learned) ? LearnedOf(learned) : null,
            map.TryGet("reply", out var reply) && reply.Flag());
        map.RefuseWhatNobodyRead();
        return draft;
    }

    private static (string Id, bool IsClosed) PageOf(Setting setting)
    {
        if (!setting.IsMap)
        {
            return (setting.Text(), false);
        }

        var map = setting.Map();
        var page = (map.Get("id").Text(), map.TryGet("closed", out var closed) && closed.Flag());
        map.RefuseWhatNobodyRead();
        return page;
    }

    private static Form FormOf(Setting setting)
    {
        var map = setting.Map();
        var form = new Form
        {
            Trapped = map.TryGet("trapped", out var trapped) && trapped.Flag(),
            Seconds = map.TryGet("seconds", out var seconds) ? seconds.Number() : null,
        };
        map.RefuseWhatNobodyRead();
        return form;
    }

    private static KnownFacts FactsOf(Setting setting)
    {
        var map = setting.Map();
        int Count(string key) => map.TryGet(key, out var count) ? count.Count() : 0;
        var facts = new KnownFacts
        {
            Approved = Count("approved"),
            Rejected = Count("rejected"),
            SeenBefore = Count("seenBefore"),
            NearlySeenBefore = Count("nearlySeenBefore"),
            Standing = map.TryGet("standing", out var standing) ? standing.OneOf(InStanding.ByName) : Standing.None,
            TooFast = map.TryGet("tooFast", out var tooFast)
                ? tooFast.Items().Aggregate(RateDimensions.None, (all, item) => all | item.OneOf(TooFast.ByName))
                : RateDimensions.None,
        };
        map.RefuseWhatNobodyRead();
        return facts;
    }

    private static Probabilities LearnedOf(Setting setting)
    {
        var map = setting.Map();
        double Of(string head) => map.TryGet(head, out var probability) ? probability.Probability() : 0;
        var learned = new Probabilities(Of("abuse"), Of("spam"));
        map.RefuseWhatNobodyRead();
        return learned;
    }

    private static Draft DraftOf(
        string body, string? name, string? email, string? url, string? ip, string? language, (string Id, bool IsClosed) page, Form? form, KnownFacts facts,
        Probabilities? learned, bool isReply)
    {
        var comment = new CommentSubmitted
        {
            CommentId = Guid.Empty,
            SiteId = "example",
            Page = new Page { Id = page.Id, Url = "https://news.example.com/", Title = page.Id },
            ParentId = isReply ? Guid.Empty : null,
            Author = new Author { Name = name ?? "Reader", Email = email, Url = url },
            Body = body,
            Client = new Client { Ip = ip },
            Form = form,
            Language = language,
            SubmittedAt = DateTimeOffset.UnixEpoch,
        };
        var site = new Site
        {
            Id = "example",
            Name = "Example",
            Language = "hi",
            Origins = [],
            ClosedPages = page.IsClosed ? new HashSet<string> { page.Id } : [],
            Secret = "example",
        };
        // What a model says changes while the rules stay as they are, so it is part of the example.
        return new Draft(new CommentText(comment) { Model = Model.Blank, Told = learned }, facts, site);
    }
}
