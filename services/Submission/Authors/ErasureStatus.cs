namespace Moderation.Submission.Authors;

/// <summary>How far an erasure is. Times in Unix milliseconds.</summary>
/// <param name="Id">The erasure's id.</param>
/// <param name="RequestedAt">When the site asked for it.</param>
/// <param name="DoneAt">When each service that has confirmed did so.</param>
internal sealed record ErasureStatus(Guid Id, long RequestedAt, IReadOnlyDictionary<string, long> DoneAt)
{
    private const string Pending = "pending";
    private const string Done = "done";

    /// <summary>Every service that keeps something of authors.</summary>
    public static readonly IReadOnlyList<string> Services = [SubmissionModule.Name, "worker", "dashboard", "publisher", "learner"];

    public bool IsDone => Services.All(DoneAt.ContainsKey);

    /// <summary>As the API answers.</summary>
    public object Answer(string site) => new
    {
        id = Id,
        status = IsDone ? Done : Pending,
        statusUrl = Address(site, Id),
        requestedAt = Time(RequestedAt),
        doneAt = IsDone ? Time(Services.Max(service => DoneAt[service])) : (DateTime?)null,
        services = Services.ToDictionary(service => service, service => DoneAt.ContainsKey(service) ? Done : Pending),
    };

    public static string Address(string site, Guid id) => $"/v1/sites/{site}/erasures/{id}";

    private static DateTime Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
