using System.Data.Common;
using Moderation.Contracts;
using Moderation.Hosting.Models;
using StackExchange.Redis;

namespace Moderation.Dashboard.Learning;

/// <summary>Asks the learner for a change, if the report of the site says that there is something to change.</summary>
internal sealed class AskLearner(LearningReports reports, LearningRequests requests, TimeProvider time)
{
    /// <returns>The request that was written down, or why nothing was.</returns>
    /// <exception cref="RedisException">Redis does not answer; nothing was asked for.</exception>
    /// <exception cref="RedisTimeoutException">Redis does not answer in time; nothing was asked for.</exception>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<Asked> ForAsync(string site, WantedChange wanted, string by, CancellationToken cancellationToken)
    {
        if (await reports.ReadAsync(site) is not { } report)
        {
            return new Asked(null, AskRefusal.NothingLearned);
        }

        if (Why(wanted, report) is { } refusal)
        {
            return new Asked(null, refusal);
        }

        var now = time.GetUtcNow();
        var message = new LearningChangeRequested
        {
            RequestId = Guid.CreateVersion7(now),
            SiteId = site,
            Change = wanted.Change,
            Version = wanted.Version,
            Moderator = wanted.Moderator,
            RequestedBy = by,
            RequestedAt = now,
        };
        await requests.AddAsync(message, report.Version, cancellationToken);
        return new Asked(new LearningRequest { Message = message, VersionBefore = report.Version, PublishedAt = null }, null);
    }

    private static AskRefusal? Why(WantedChange wanted, LearningReport report) => wanted switch
    {
        { Change: LearningChange.GoBack, Version: var version } when version == report.Version => AskRefusal.InForceAlready,
        { Change: LearningChange.GoBack, Version: var version } => report.Versions.Any(kept => kept.Version == version) ? null : AskRefusal.NotKept,
        { Moderator: var name } => report.Moderator(name) switch
        {
            null => AskRefusal.TaughtNothing,
            { IsLeftOut: true } when wanted.Change == LearningChange.LeaveOut => AskRefusal.LeftOutAlready,
            { IsLeftOut: false } when wanted.Change == LearningChange.TakeIn => AskRefusal.NotLeftOut,
            _ => null,
        },
    };
}

/// <param name="Request">Null when it was refused.</param>
/// <param name="Refusal">Null when it was not.</param>
internal sealed record Asked(LearningRequest? Request, AskRefusal? Refusal);

/// <summary>Why there is nothing to ask the learner for.</summary>
internal enum AskRefusal
{
    /// <summary>There is no report of the site.</summary>
    NothingLearned,

    /// <summary>The version is the one in force.</summary>
    InForceAlready,

    /// <summary>The version is not among those that are kept.</summary>
    NotKept,

    /// <summary>The moderator taught nothing on the site.</summary>
    TaughtNothing,

    LeftOutAlready,

    NotLeftOut,
}
