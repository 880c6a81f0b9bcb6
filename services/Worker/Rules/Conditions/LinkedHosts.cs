using Moderation.Text.Links;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>What is to be said of a link: the name it is told by, or null when it is none of those meant.</summary>
internal delegate string? LinkTest(Link link);

/// <summary>Links of one kind, in the text or as the author's website. It fills one placeholder with what is to be said of them.</summary>
internal sealed class LinkedHosts(string placeholder, LinkTest test, IReadOnlyList<Field> fields) : ICondition
{
    private const int MostNamed = 5;

    /// <summary>Where domains are looked for unless a rule says otherwise.</summary>
    public static readonly IReadOnlyList<Field> BodyAndUrl = [Field.Body, Field.Url];

    public IReadOnlyList<string> Placeholders { get; } = [placeholder];

    public bool? Holds(Draft draft)
    {
        foreach (var field in fields)
        {
            var links = LinksIn(field, draft.Text);
            for (var number = 0; number < links.Count; number++)
            {
                if (test(links[number]) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public void Explain(Draft draft, Evidence evidence)
    {
        var names = new List<string>();
        foreach (var field in fields)
        {
            foreach (var link in LinksIn(field, draft.Text))
            {
                if (test(link) is { } name)
                {
                    evidence.Mark(field, link.Span);
                    names.Add(Quotes.Piece(name));
                }
            }
        }

        var told = string.Join(", ", names.Distinct(StringComparer.Ordinal).Take(MostNamed));
        evidence.Tell(placeholder, told, told);
    }

    private static IReadOnlyList<Link> LinksIn(Field field, CommentText text) => field switch
    {
        Field.Body => text.Links,
        Field.Url => text.UrlLinks,
        _ => [],
    };
}
