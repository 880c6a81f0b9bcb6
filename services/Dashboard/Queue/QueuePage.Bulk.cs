using Microsoft.AspNetCore.Components;
using Moderation.Dashboard.Authors;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;

namespace Moderation.Dashboard.Queue;

// Several at once: what is picked, or everything that matches the filter.
public sealed partial class QueuePage
{
    private const long MostAtOnce = 10_000;

    private AllAsked? _asked;

    [Inject]
    internal BulkDecider Bulk { get; set; } = null!;

    private List<Card> Picked => [.. _cards.Where(card => card.IsPicked && card.Notice is null)];

    private void PickNone()
    {
        foreach (var card in Picked)
        {
            card.Pick(false);
        }
    }

    private async Task DecidePickedAsync(string decision)
    {
        var cards = Picked.Where(card => !card.IsBusy).ToList();
        foreach (var card in cards)
        {
            card.Begin();
        }

        var wish = new BulkDecision
        {
            Picked = [.. cards.Select(card => new SeenCase(card.Id.ToString(), card.Case.Sequence))],
            Decision = decision,
            ExpectedCount = cards.Count,
            UndoWindow = ModeratorDecision.TimeToUndo,
        };
        BulkResult? result = null;
        if (!await TryAsync(async () => result = await Bulk.DecideAllAsync(wish, _moderator, _scope, null, _closed.Token)))
        {
            // Some may have been saved: what the database says counts, as soon as it says something.
            cards.ForEach(card => card.End());
            Say(Text["NotSavedAll"], isGrave: true);
            Afterwards("back", cards.Select(card => card.Id).ToList());
            return;
        }

        var decided = result!.Cases.Select(one => Guid.Parse(one.Id)).ToHashSet();
        Did(Told(decision, result), new Act("", result.Cases, result.ActId, result.ReleaseAt));
        var others = cards.Where(card => !decided.Contains(card.Id)).ToList();
        await TryAsync(() => SettleAsync(others));
        await AfterDecisionAsync([.. cards.Where(card => decided.Contains(card.Id))]);
        if (others.Count > 0)
        {
            Afterwards("back", others.Select(card => card.Id).ToList());
        }
    }

    // Asked with the number, which counts what is on file now and nothing that comes later.
    private Task<bool> AskForAllAsync() => TryAsync(async () =>
    {
        var seenAt = Time.GetUtcNow();
        var count = await Cases.CountAsync(Query with { State = CaseStates.Held }, MostAtOnce, _closed.Token);
        _asked = new AllAsked(count.Count, count.IsMore, seenAt);
        Afterwards("openDialog", "all");
    });

    private async Task DecideAllAsync(string decision)
    {
        if (_asked is not { IsRunning: false, Count: > 0 } asked)
        {
            return;
        }

        _asked = asked with { IsRunning = true };
        await DecideAllAsync(Query, asked.Count, asked.SeenAt, decision);
        _asked = null;
        Afterwards("closeDialog", "all");
    }

    private Task DecideOfAuthorAsync(AuthorAct act) => DecideAllAsync(act.Query, act.Count, Time.GetUtcNow(), act.Decision);

    private async Task DecideAllAsync(CaseQuery query, long count, DateTimeOffset seenAt, string decision)
    {
        var wish = new BulkDecision { Query = query, SeenAt = seenAt, Decision = decision, ExpectedCount = count, UndoWindow = ModeratorDecision.TimeToUndo };
        BulkResult? result = null;
        if (await TryAsync(async () => result = await Bulk.DecideAllAsync(wish, _moderator, _scope, new Onlooker(this), _closed.Token)))
        {
            Did(Told(decision, result!), new Act("", result!.Cases, result.ActId, result.ReleaseAt));
        }
        else
        {
            Say(Text["NotSavedAll"], isGrave: true);
        }

        await LoadAsync();
        await CountAsync();
    }

    private async Task UndoAllAsync(Act act)
    {
        var result = await Bulk.UndoAsync(act.Id!.Value, _moderator, _scope, null, _closed.Token);
        await ShowAgainAsync(act);
        await CountAsync();
        Say(Text["UndoneAll", result.Undone, result.Reversed, result.Conflicts]);
    }

    private async Task SettleAsync(IReadOnlyList<Card> cards)
    {
        foreach (var now in await Cases.GetAsync([.. cards.Select(card => card.Id)], _scope, _closed.Token))
        {
            var card = cards.First(one => one.Id == now.Comment.CommentId);
            card.End();
            card.Settle(AlreadySentence(now.State, now.DecidedBy));
        }
    }

    private string Told(string decision, BulkResult result) => result.Conflicts == 0
        ? Text["NowAll-" + decision, result.Decided]
        : $"{Text["NowAll-" + decision, result.Decided]} {Text["AllConflicts", result.Conflicts]}";

    private void Progressed(BulkProgress progress) => _ = InvokeAsync(() =>
    {
        _asked = _asked is { } asked ? asked with { Done = progress.Done + progress.Conflicts } : null;
        StateHasChanged();
    });

    private sealed record AllAsked(long Count, bool IsMore, DateTimeOffset SeenAt, bool IsRunning = false, long Done = 0);

    private sealed class Onlooker(QueuePage page) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => page.Progressed(value);
    }
}
