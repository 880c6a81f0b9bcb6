using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Queue;

/// <summary>What the address bar says is shown. Everything is kept there, so that an address can be handed on and the back button works.</summary>
public sealed record QueueFilter
{
    public const string AllStates = "all";

    /// <summary>The ages that are offered: waiting for longer than that, or for less.</summary>
    public static readonly IReadOnlyDictionary<string, TimeSpan> Ages = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
    {
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
        ["week"] = TimeSpan.FromDays(7),
    };

    /// <summary>One of <see cref="CaseStates"/>, or <see cref="AllStates"/>.</summary>
    public required string State { get; init; }

    public string? Site { get; init; }

    public string? Page { get; init; }

    public string? Rule { get; init; }

    public string? Label { get; init; }

    public string? Language { get; init; }

    /// <summary><c>over-</c> or <c>under-</c> and one of <see cref="Ages"/>.</summary>
    public string? Age { get; init; }

    public string? Author { get; init; }

    public string? Phrase { get; init; }

    /// <summary><c>oldest</c>, <c>riskiest</c> or <c>newest</c>; null for what suits the state.</summary>
    public string? Order { get; init; }

    public bool IsHeld => State == CaseStates.Held;

    /// <summary>Whether anything narrows the state down.</summary>
    public bool IsNarrow => this with { Order = null } != new QueueFilter { State = State };

    /// <summary>What is filtered by, as name in the address and value.</summary>
    public IEnumerable<(string Name, string Value)> Parts => new (string Name, string? Value)[]
    {
        ("site", Site), ("page", Page), ("rule", Rule), ("label", Label), ("language", Language), ("age", Age), ("author", Author), ("q", Phrase),
    }.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));

    public QueueFilter With(string name, string? value) => name switch
    {
        "state" => this with { State = value ?? CaseStates.Held },
        "site" => this with { Site = value, Page = null },
        "page" => this with { Page = value },
        "rule" => this with { Rule = value },
        "label" => this with { Label = value },
        "language" => this with { Language = value },
        "age" => this with { Age = value },
        "author" => this with { Author = value },
        "q" => this with { Phrase = value },
        "order" => this with { Order = value },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>A search is for everything there is.</summary>
    public static string DefaultState(string? phrase) => phrase is null ? CaseStates.Held : AllStates;

    /// <summary>The address of the page, relative to the base.</summary>
    public string Address()
    {
        (string Name, string? Value)[] whole = [("state", State == DefaultState(Phrase) ? null : State), .. Parts.Select(part => (part.Name, (string?)part.Value)), ("order", Order)];
        var query = string.Join('&', whole.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "dashboard" : $"dashboard?{query}";
    }

    /// <summary>The ends of the span of time that the age stands for: not after, and not before.</summary>
    public (DateTimeOffset? Until, DateTimeOffset? Since) Times(DateTimeOffset now) => Age?.Split('-') switch
    {
        ["over", var age] when Ages.TryGetValue(age, out var span) => (now - span, null),
        ["under", var age] when Ages.TryGetValue(age, out var span) => (null, now - span),
        _ => (null, null),
    };

    public static bool IsAge(string age) => new QueueFilter { State = CaseStates.Held, Age = age }.Times(DateTimeOffset.MaxValue) is not (null, null);
}
