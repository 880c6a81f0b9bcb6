using System.Net;
using Moderation.Contracts;
using Moderation.Learning;
using Moderation.Text;
using Moderation.Text.Contacts;
using Moderation.Text.Links;
using Moderation.Text.Phrases;
using Moderation.Text.Shapes;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules;

/// <summary>The texts of a comment as people read them. Every reading is made at most once, and only when a rule asks for it. For one thread.</summary>
internal sealed class CommentText(CommentSubmitted comment)
{
    private readonly List<(Lexicon Lexicon, Field Field, IReadOnlyList<PhraseMatch> Hits)> _hits = new(2);
    private TextView? _url;
    private IReadOnlyList<Link>? _links;
    private IReadOnlyList<Link>? _urlLinks;
    private IReadOnlyList<Contact>? _contacts;
    private TextShape? _shape;
    private double? _gibberish;
    private (bool IsRead, IPAddress? Value) _address;
    private Probabilities? _scored;

    public CommentSubmitted Comment => comment;

    public TextView Body { get; } = TextView.Decoded(comment.Body);

    public TextView Name { get; } = TextView.Decoded(comment.Author.Name);

    public TextView Url => _url ??= TextView.Decoded(comment.Author.Url ?? "");

    /// <summary>The web links of the body. What is part of an email address, however it is spelled, is none.</summary>
    public IReadOnlyList<Link> Links => _links ??= LinkFinder.Find(Body) is { Count: > 0 } links ? WithoutEmails(links) : [];

    /// <summary>The author's website, as a link.</summary>
    public IReadOnlyList<Link> UrlLinks => _urlLinks ??= string.IsNullOrEmpty(comment.Author.Url) ? [] : LinkFinder.Find(Url);

    /// <summary>The contact details in the body.</summary>
    public IReadOnlyList<Contact> Contacts => _contacts ??= ContactDetails.Find(Body);

    /// <summary>How the body looks from afar.</summary>
    public TextShape Shape => _shape ??= TextShapes.Measure(comment.Body);

    /// <summary>How little the body is like words, 0 to 1.</summary>
    public double Gibberish => _gibberish ??= Moderation.Text.Shapes.Gibberish.Score(Body);

    /// <summary>The model of the comment's site.</summary>
    public Model Model { get; init; } = Model.Shipped;

    /// <summary>The model that all sites start from.</summary>
    public Model Start { get; init; } = Model.Shipped;

    /// <summary>What to take for the model's word, where there is no model.</summary>
    public Probabilities? Told { get; init; }

    /// <summary>The version of the model, once it was asked.</summary>
    public string? ScoredBy => _scored is null ? null : Model.Version;

    /// <summary>Where the comment came from; null without a usable address. An IPv4 address inside IPv6 is the IPv4 address.</summary>
    public IPAddress? Address
    {
        get
        {
            if (!_address.IsRead)
            {
                var isKnown = IPAddress.TryParse(comment.Client.Ip, out var address);
                _address = (true, isKnown && address!.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
            }

            return _address.Value;
        }
    }

    public TextView View(Field field) => field switch
    {
        Field.Body => Body,
        Field.Name => Name,
        _ => Url,
    };

    public string Original(Field field) => field switch
    {
        Field.Body => comment.Body,
        Field.Name => comment.Author.Name,
        _ => comment.Author.Url ?? "",
    };

    /// <summary>The listed words and phrases in a field: one pass for all rules that share the words.</summary>
    public IReadOnlyList<PhraseMatch> Hits(Lexicon lexicon, Field field)
    {
        foreach (var known in _hits)
        {
            if (known.Field == field && ReferenceEquals(known.Lexicon, lexicon))
            {
                return known.Hits;
            }
        }

        var hits = lexicon.Find(View(field));
        _hits.Add((lexicon, field, hits));
        return hits;
    }

    /// <summary>How likely the body is to be refused as such; null when nothing was learned about it.</summary>
    public double? ProbabilityOf(Head head) =>
        Told is { } told ? told[head] : Model.Knows(head) ? (_scored ??= Model.Score(Body))[head] : null;

    /// <summary>Whether what the model says of a head was learned of this site's own moderators.</summary>
    public bool IsLearnedHere(Head head) => Told is not null || !Model.IsAsIn(Start, head);

    private List<Link> WithoutEmails(IReadOnlyList<Link> links)
    {
        var emails = Contacts.Where(contact => contact.Kind is ContactKind.Email or ContactKind.Credentials).OrderBy(contact => contact.Span.Start).ToArray();
        var kept = new List<Link>(links.Count);
        var next = 0;
        foreach (var link in links)
        {
            // Both are in the order of the text: a million links beside a million emails are still one walk.
            while (next < emails.Length && emails[next].Span.End <= link.Span.Start)
            {
                next++;
            }

            if (next == emails.Length || emails[next].Span.Start > link.Span.Start || emails[next].Span.End < link.Span.End)
            {
                kept.Add(link);
            }
        }

        return kept;
    }
}
