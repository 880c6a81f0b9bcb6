using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.Quality;

/// <summary>Asks the rules that ship about a text alone.</summary>
internal sealed class Judge(Ruleset ruleset)
{
    // Neither new nor trusted, so that no rule about authors speaks.
    private static readonly KnownFacts _facts = new() { Approved = 1 };

    private readonly Site _site = new()
    {
        Id = "demo",
        Name = "demo",
        Language = "hi",
        Origins = [],
        ClosedPages = new HashSet<string>(),
        Secret = "demo-secret",
    };

    public Heard Hear(LabelledText row)
    {
        var comment = new CommentSubmitted
        {
            CommentId = Guid.Empty,
            SiteId = _site.Id,
            Page = new Page { Id = "1", Url = "http://localhost/", Title = "1" },
            Author = new Author { Name = "Ek Pathak", Email = "pathak@example.org" },
            Body = row.Text,
            Client = new Client { Ip = "192.0.2.1" },
            SubmittedAt = DateTimeOffset.UnixEpoch,
        };
        var verdict = ruleset.Judge(new Draft(new CommentText(comment), _facts, _site)).Verdict;
        return new Heard(row, verdict.Findings, ruleset.For(_site.Id).Bands.Hold);
    }
}
