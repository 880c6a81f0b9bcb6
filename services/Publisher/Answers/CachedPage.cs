using System.Collections.Concurrent;

namespace Moderation.Publisher.Answers;

/// <summary>The answers made of one state of a page; a new state gets a new one of these.</summary>
internal sealed class CachedPage
{
    private readonly ConcurrentDictionary<object, CachedAnswer> _answers = [];
    private Trust? _trust;

    public IEnumerable<CachedAnswer> Answers => _answers.Values;

    public bool IsEmpty => _answers.IsEmpty;

    /// <summary>Since when, and under which <see cref="Pages.PageNews.Hearing"/>, the answers are known to be the newest.</summary>
    public Trust? Trusted
    {
        get => Volatile.Read(ref _trust);
        set => Volatile.Write(ref _trust, value);
    }

    /// <param name="query">What is asked of the page.</param>
    /// <param name="make">Makes the answer; called once, however many ask at a time.</param>
    public CachedAnswer Of(object query, Func<object, CachedAnswer> make) => _answers.GetOrAdd(query, make);

    public void Remove(CachedAnswer answer) => _answers.TryRemove(KeyValuePair.Create(answer.Query, answer));

    /// <summary>The version that the page had already when this was made; nothing here is of an older one.</summary>
    public long Floor { get; init; }

    /// <summary>Whether every answer is made of this version of the page or a newer one. Nothing is known of none.</summary>
    public bool IsAsOf(long version) => Floor >= version || !IsEmpty && _answers.Values.All(answer => answer.Version >= version);

    /// <param name="Hearing">Zero: of no use from the start.</param>
    /// <param name="Since">A timestamp.</param>
    internal sealed record Trust(long Hearing, long Since);
}
