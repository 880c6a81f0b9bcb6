using System.Net;

namespace Moderation.Flow.Tests.Running;

/// <summary>
/// Readers who all comment at once under a few pages, most of them kindly. As a careful website does, each comment is posted with an
/// idempotency key, and again until it is accepted.
/// </summary>
internal sealed class Load
{
    private const int Connections = 16;

    // Fewer comments on each than the shipped rules let through at once.
    private const int PageCount = 5;

    private static int _loads;

    private readonly Website _website;
    private readonly int _count;
    private readonly int _round = Interlocked.Increment(ref _loads);
    private readonly string _name = $"load-{Guid.CreateVersion7():N}";
    private readonly TaskCompletionSource _underWay = new();
    private readonly Guid[] _ids;
    private int _accepted;
    private int _notSaved;
    private int _unanswered;

    private Load(Website website, int count)
    {
        (_website, _count, _ids) = (website, count, new Guid[count]);
        Completion = Task.Run(PostAllAsync);
    }

    /// <summary>The name that all of these readers go by; nobody else does.</summary>
    public string Author => $"पाठक {_name}";

    /// <summary>Ends when every comment is accepted.</summary>
    public Task Completion { get; }

    /// <summary>Ends when a third of them is accepted.</summary>
    public Task UnderWay => _underWay.Task;

    /// <summary>Ids of the comments that no rule objects to.</summary>
    public IEnumerable<Guid> Kind => _ids.Where((_, number) => KindOf(number) == "approved");

    public IEnumerable<Guid> All => _ids;

    /// <summary>How often the answer was 503.</summary>
    public int NotSaved => _notSaved;

    /// <summary>How often no answer came.</summary>
    public int Unanswered => _unanswered;

    public static Load Start(Website website, int count) => new(website, count);

    /// <summary>What is published of them, on all their pages.</summary>
    public async Task<IReadOnlyList<PublishedComment>> ListAsync() =>
        [.. (await Task.WhenAll(Enumerable.Range(0, PageCount).Select(number => _website.ListAsync(PageOf(number))))).SelectMany(list => list)];

    /// <summary>What the rules make of a comment, going by its number: of ten, one is held and one rejected.</summary>
    public string Expected(Guid id) => KindOf(Array.IndexOf(_ids, id));

    private static string KindOf(int number) => (number % 10) switch
    {
        3 => "held",
        7 => "rejected",
        _ => "approved",
    };

    private string PageOf(int number) => $"{_name}-{number % PageCount}";

    private Task PostAllAsync() => Parallel.ForAsync(0, _count, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (number, _) =>
    {
        // Short, as longer ones would be taken for copies of each other.
        var text = $"दौर {_round}, पाठक {number}";
        var comment = NewComment.On(PageOf(number), KindOf(number) switch
        {
            "held" => $"{text}: तुम {Insults.Strong} हो।",
            "rejected" => $"{text}: तुम {Insults.Severe} हो।",
            _ => $"{text}: बहुत अच्छी ख़बर।",
        });
        _ids[number] = await PostUntilAcceptedAsync(comment with { Author = comment.Author with { Name = Author } }, $"{_name}-{number}");
        if (Interlocked.Increment(ref _accepted) == _count / 3)
        {
            _underWay.SetResult();
        }
    });

    private async Task<Guid> PostUntilAcceptedAsync(NewComment comment, string key)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                using var answer = await _website.PostAsync(comment, key);
                if (answer.StatusCode is HttpStatusCode.Accepted)
                {
                    return await Website.IdOfAsync(answer);
                }

                // The only other answer there may be to a right comment.
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Interlocked.Increment(ref _notSaved);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _unanswered);
            }

            await pause.WaitForNextTickAsync();
        }
    }
}
