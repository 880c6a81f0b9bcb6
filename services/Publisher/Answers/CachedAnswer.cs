namespace Moderation.Publisher.Answers;

/// <summary>An answer that is there or being made.</summary>
internal sealed class CachedAnswer(CachedPage page, object query, Func<Task<IAnswer>> make)
{
    private readonly Lazy<Task<IAnswer>> _answer = new(make);
    private IAnswer? _kept;
    private long _usedAt;

    public CachedPage Page => page;

    public object Query => query;

    public Task<IAnswer> Answer => _answer.Value;

    /// <summary>The answer once it is made; null before.</summary>
    public IAnswer? Kept => Volatile.Read(ref _kept);

    /// <summary>Null while it is being made.</summary>
    public long? Version => Kept?.Version;

    public long Bytes => Kept?.Bytes ?? 0;

    /// <summary>A timestamp.</summary>
    public long UsedAt
    {
        get => Interlocked.Read(ref _usedAt);
        set => Interlocked.Exchange(ref _usedAt, value);
    }

    /// <returns>Whether it was not kept before.</returns>
    public bool Keep(IAnswer answer) => Interlocked.Exchange(ref _kept, answer) is null;
}
