using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;

namespace Moderation.Dashboard.Queue;

// One decision at a time, and taking the last one back.
public sealed partial class QueuePage
{
    private const int MostActs = 100;
    private static readonly TimeSpan _timeToRead = TimeSpan.FromSeconds(7);

    private readonly List<Act> _acts = [];
    private Toast? _toast;
    private int _told;

    [Inject]
    internal Decider Decider { get; set; } = null!;

    [Inject]
    internal DecisionUndo Undo { get; set; } = null!;

    /// <summary>Takes back the last act that was not taken back yet.</summary>
    [JSInvokable]
    public async Task UndoAsync()
    {
        if (_acts.Count == 0)
        {
            Say(Text["NothingToUndo"]);
        }
        else
        {
            var act = _acts[^1];
            _acts.RemoveAt(_acts.Count - 1);
            if (!await TryAsync(() => act.Id is null ? UndoOneAsync(act) : UndoAllAsync(act)))
            {
                _acts.Add(act);
                Say(Text["NotUndone"], isGrave: true);
            }
        }

        StateHasChanged();
    }

    private async Task DecideAsync(Card card, string decision)
    {
        if (card.IsBusy || card.Notice is not null)
        {
            return;
        }

        card.Begin();
        var wish = new ModeratorDecision
        {
            CommentId = card.Id,
            Decision = decision,
            Sequence = card.Case.Sequence,
            Note = OrNothing(card.Note),
            Reason = OrNothing(card.Reason),
            UndoWindow = ModeratorDecision.TimeToUndo,
        };
        DecisionResult? result = null;
        if (!await TryAsync(async () => result = await Decider.DecideAsync(wish, _moderator, _scope, _closed.Token)))
        {
            card.End();
            Say(Text["NotSaved", card.Case.Comment.Author.Name], isGrave: true);
            Afterwards("back", new[] { card.Id });
            return;
        }

        if (result is { Result: DecisionResult.Decided })
        {
            Did(Text["Now-" + decision, card.Case.Comment.Author.Name], new Act("", [new SeenCase(result.Id, result.Sequence)], null, result.ReleaseAt));
            await AfterDecisionAsync([card]);
        }
        else
        {
            card.Settle(Sentence(result!));
            Afterwards("back", new[] { card.Id });
        }
    }

    // What is decided leaves, unless the list shows what it is now.
    private async Task AfterDecisionAsync(IReadOnlyList<Card> cards)
    {
        if (cards.Count == 0)
        {
            return;
        }

        if (Filter.State == QueueFilter.AllStates)
        {
            await TryAsync(() => FollowAsync(cards));
            Afterwards("back", cards.Select(card => card.Id).ToList());
        }
        else
        {
            var at = Math.Max(0, _cards.IndexOf(cards[0]));
            _cards.RemoveAll(cards.Contains);
            await FillAsync();
            KeepFocusNear(at);
        }
    }

    private async Task FollowAsync(IReadOnlyList<Card> cards)
    {
        foreach (var now in await Cases.GetAsync([.. cards.Select(card => card.Id)], _scope, _closed.Token))
        {
            cards.First(card => card.Id == now.Comment.CommentId).Follow(now);
        }
    }

    private async Task UndoOneAsync(Act act)
    {
        var one = act.Cases[0];
        var result = await Undo.UndoAsync(Guid.Parse(one.Id), one.Sequence!.Value, _moderator, _scope, _closed.Token);
        if (result.Result is DecisionResult.Undone or DecisionResult.Reversed)
        {
            await ShowAgainAsync(act);
            Say(Text[result.Result == DecisionResult.Undone ? "Undone" : "Reversed", act.Words]);
        }
        else
        {
            Say(Sentence(result), isGrave: true);
        }
    }

    // What was taken back is as it was before, and has the focus.
    private async Task ShowAgainAsync(Act act)
    {
        var cases = await Cases.GetAsync([.. act.Cases.Take(PageSize).Select(one => Guid.Parse(one.Id))], _scope, _closed.Token);
        foreach (var card in await MakeAsync([.. cases.Where(one => IsShown(one.State))]))
        {
            if (Find(card.Id) is { } shown)
            {
                shown.Follow(card.Case);
            }
            else
            {
                PutBack(card);
            }
        }

        if (cases.FirstOrDefault(one => Find(one.Comment.CommentId) is not null) is { } first)
        {
            Afterwards("focusCard", first.Comment.CommentId);
        }
    }

    private void TakeNotes(Card card)
    {
        card.TakeNotes(!card.IsNoting);
        Afterwards(card.IsNoting ? "focusNote" : "focusCard", card.Id);
    }

    private void Did(string words, Act act)
    {
        _acts.Add(act with { Words = words });
        if (_acts.Count > MostActs)
        {
            _acts.RemoveAt(0);
        }

        _toast = new Toast(++_told, words, act.ReleaseAt ?? Time.GetUtcNow() + _timeToRead, CanUndo: act.ReleaseAt is not null);
    }

    private void Say(string words, bool isGrave = false) => _toast = new Toast(++_told, words, Time.GetUtcNow() + _timeToRead, IsGrave: isGrave);

    private string Sentence(DecisionResult result) => result switch
    {
        { Result: DecisionResult.Unknown } => Text["Gone"],
        { State: { } state, DecidedBy: { } by } => AlreadySentence(state, by),
        _ => Text["Gone"],
    };

    private string AlreadySentence(string state, string by) => state switch
    {
        CaseStates.Approved => Text["AlreadyApproved", Deciders.Name(Text, by)],
        CaseStates.Rejected => Text["AlreadyRejected", Deciders.Name(Text, by)],
        _ => Text["ChangedMeanwhile", Deciders.Name(Text, by)],
    };

    private static string? OrNothing(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
