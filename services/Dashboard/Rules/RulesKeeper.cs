using System.Globalization;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using StackExchange.Redis;

namespace Moderation.Dashboard.Rules;

/// <summary>Changes the rules: checked by a worker, saved as a version, put in force at once.</summary>
internal sealed class RulesKeeper(RulesVersions versions, RulesPreviews previews, PutRulesInForce inForce, TimeProvider time, ILogger<RulesKeeper> logger)
{
    /// <summary>So many entries make the document that every worker reads at every change about a megabyte long.</summary>
    public const int MostChanges = 10_000;

    /// <summary>Saves changes that a worker finds nothing wrong with.</summary>
    /// <exception cref="NoWorkerException">None answered, so nothing is saved.</exception>
    public async Task<SaveResult> SaveAsync(RulesOverlay overlay, long basedOn, string by, string? note, CancellationToken cancellationToken)
    {
        if (inForce.FilesOnly)
        {
            return new SaveResult(SaveOutcome.FilesOnly);
        }

        if (overlay.Words.Count + overlay.Rules.Count > MostChanges)
        {
            return new SaveResult(SaveOutcome.Faulty) { Faults = [TooMany] };
        }

        var before = await versions.FindAsync(basedOn, cancellationToken);
        if (before is null || basedOn != await versions.LatestNumberAsync(cancellationToken))
        {
            return new SaveResult(SaveOutcome.Conflict);
        }

        var check = await previews.CheckAsync(overlay, before.Overlay, cancellationToken);
        // What was no fault when it was saved may be one since a file changed; it is not in the way of anything else.
        var difference = OverlayEdits.Difference(before.Overlay, overlay);
        var faults = check.Notices.Where(notice => notice.IsFault && IsOf(notice, difference)).ToList();
        if (faults.Count > 0)
        {
            return new SaveResult(SaveOutcome.Faulty) { Faults = faults };
        }

        return await PutAsync(await versions.SaveAsync(
            overlay.SignedBy(by, time.GetUtcNow(), before.Overlay), basedOn, by, note, restores: null, check.Ruleset, cancellationToken));
    }

    /// <summary>Makes a version what is in force again. It was good once, so no worker is asked: what does not fit any more is left out.</summary>
    public async Task<SaveResult> RestoreAsync(long version, long basedOn, string by, string? note, CancellationToken cancellationToken)
    {
        if (inForce.FilesOnly)
        {
            return new SaveResult(SaveOutcome.FilesOnly);
        }

        return await versions.FindAsync(version, cancellationToken) is { } old
            ? await PutAsync(await versions.SaveAsync(old.Overlay, basedOn, by, note, version, old.Ruleset, cancellationToken))
            : new SaveResult(SaveOutcome.Unknown);
    }

    private async Task<SaveResult> PutAsync(RulesVersion? saved)
    {
        if (saved is null)
        {
            return new SaveResult(SaveOutcome.Conflict);
        }

        try
        {
            // Saved is saved, whoever goes away now.
            await inForce.PutAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            logger.LogWarning("Version {Version} of the rules is saved, and comes into force when Redis answers: {Reason}", saved.Version, exception.Message);
            return new SaveResult(SaveOutcome.Saved) { Version = saved, IsWaiting = true };
        }

        return new SaveResult(SaveOutcome.Saved) { Version = saved };
    }

    private static RulesNotice TooMany { get; } = new()
    {
        Code = RulesNotices.TooMany,
        IsFault = true,
        Other = MostChanges.ToString(CultureInfo.InvariantCulture),
        Sentence = $"At most {MostChanges} changes can be saved at the desk; what is more belongs into the files.",
    };

    private static bool IsOf(RulesNotice notice, OverlayDifference difference) => notice switch
    {
        { Entry: { } entry } => difference.Has(new WordChange { Site = notice.Site, List = notice.List!, Language = notice.Language!, Entry = entry }),
        { Rule: { } rule } => difference.Rules.Any(edit => edit.Any.Rule == rule && edit.Any.Site == notice.Site),
        _ => true,
    };
}

internal enum SaveOutcome
{
    Saved,

    /// <summary>Somebody else saved another version meanwhile.</summary>
    Conflict,

    /// <summary>Something is wrong with the changes.</summary>
    Faulty,

    /// <summary>There is no such version.</summary>
    Unknown,

    /// <summary>The operator has it that the files are all there is.</summary>
    FilesOnly,
}

internal sealed record SaveResult(SaveOutcome Outcome)
{
    /// <summary>What was saved.</summary>
    public RulesVersion? Version { get; init; }

    /// <summary>Whether Redis did not answer: it comes into force as soon as it does.</summary>
    public bool IsWaiting { get; init; }

    public IReadOnlyList<RulesNotice> Faults { get; init; } = [];
}
