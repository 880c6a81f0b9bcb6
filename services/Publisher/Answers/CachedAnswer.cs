namespace Moderation.Publisher.Answers;

/// <summary>An answer that is there or being made.</summary>
internal sealed class CachedAnswer(CachedPage page, object query, Func<Task<ReadyAnswer>> make)
{
    private readonly Lazy<Task<ReadyAnswer>> _answer = new(make);
    private ReadyAnswer? _kept;
    private long _usedAt;

    public CachedPage Page => page;

    public object Query => query;

    public Task<ReadyAnswer> Answer => _answer.Value;

    /// <summary>The answer once it is made; null before.</summary>
    public ReadyAnswer? Kept => Volatile.Read(ref _kept);

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
    public bool Keep(ReadyAnswer answer) => Interlocked.Exchange(ref _kept, answer) is null;
}
