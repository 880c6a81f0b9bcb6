using Moderation.Text.Links;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>What is to be said of a link: the name it is told by, or null when it is none of those meant.</summary>
internal delegate string? LinkTest(Link link);

/// <summary>Links of one kind, in the text or as the author's website. It fills one placeholder with what is to be said of them.</summary>
/// <param name="placeholder">What it fills.</param>
/// <param name="test">Which links are meant.</param>
/// <param name="fields">Where they are looked for.</param>
/// <param name="most">How many links of a field are looked at, for a test that takes its time.</param>
internal sealed class LinkedHosts(string placeholder, LinkTest test, IReadOnlyList<Field> fields, int most = int.MaxValue) : ICondition
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
            for (var number = 0; number < links.Count && number < most; number++)
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
            foreach (var link in LinksIn(field, draft.Text).Take(most))
            {
                if (test(link) is not { } name)
                {
                    continue;
                }

                evidence.Mark(field, link.Span);
                if (names.Count < MostNamed && Quotes.Piece(name) is var piece && !names.Contains(piece))
                {
                    names.Add(piece);
                }
            }
        }

        var told = string.Join(", ", names);
        evidence.Tell(placeholder, told, told);
    }

    private static IReadOnlyList<Link> LinksIn(Field field, CommentText text) => field switch
    {
        Field.Body => text.Links,
        Field.Url => text.UrlLinks,
        _ => [],
    };
}
