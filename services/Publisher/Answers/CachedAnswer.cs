namespace Moderation.Publisher.Answers;

/// <summary>An answer that is there or being made.</summary>
internal sealed class CachedAnswer(CachedPage page, object query, Func<Task<ReadyAnswer>> make)
{
    private readonly Lazy<Task<ReadyAnswer>> _answer = new(make);
    private long _usedAt;

    public CachedPage Page => page;

    public object Query => query;

    public Task<ReadyAnswer> Answer => _answer.Value;

    /// <summary>Null while it is being made.</summary>
    public long? Version => Made?.Version;

    public long Bytes => Made?.Bytes ?? 0;

    /// <summary>A timestamp.</summary>
    public long UsedAt
    {
        get => Interlocked.Read(ref _usedAt);
        set => Interlocked.Exchange(ref _usedAt, value);
    }

    private ReadyAnswer? Made => _answer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made } ? made.Result : null;
}
