using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;

namespace Moderation.Dashboard.Queue;

/// <summary>The queue of held comments, and the lists of what was decided.</summary>
public sealed partial class QueuePage : IAsyncDisposable
{
    private const int PageSize = 30;
    private const int MostNew = 100;
    private static readonly string[] _states = [CaseStates.Held, CaseStates.Approved, CaseStates.Rejected];
    private static readonly TimeSpan _glance = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // A case may be committed a little after the time it says it was filed at.
    private static readonly TimeSpan _overlap = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _closed = new();
    private readonly List<Card> _cards = [];
    private readonly HashSet<Guid> _seen = [];
    private IReadOnlyCollection<Guid> _new = [];
    private DateTimeOffset? _since;
    private CaseCursor? _next;
    private long _waiting;
    private long _undelivered;
    private bool _storeIsDown;
    private string? _said;
    private DateTimeOffset _saidAt;
    private Guid? _focus;
    private IJSObjectReference? _keys;

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    internal CaseReader Cases { get; set; } = null!;

    [Inject]
    internal Decider Decider { get; set; } = null!;

    [Inject]
    internal Outbox Outbox { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    [Inject]
    internal IJSRuntime JS { get; set; } = null!;

    private string Shown => State is { } state && CaseStates.Knows(state) ? state : CaseStates.Held;

    private string? Phrase => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();

    private CaseQuery Query => new() { State = Shown, Phrase = Phrase, Limit = PageSize };

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        // Loaded before the first render: what the server sent stays until there is something to put in its place.
        _cards.Clear();
        _seen.Clear();
        _since = null;
        await TryAsync(GlanceAsync);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _keys = await JS.InvokeAsync<IJSObjectReference>("import", _closed.Token, "./_content/Moderation.Dashboard/desk.js");
            await _keys.InvokeVoidAsync("attach", _closed.Token);
            _ = KeepLookingAsync();
        }

        if (_focus is { } card && _keys is not null)
        {
            _focus = null;
            await _keys.InvokeVoidAsync("focusCard", _closed.Token, card);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
        if (_keys is not null)
        {
            try
            {
                await _keys.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and its keys with it.
            }
        }
    }

    private async Task DecideAsync(Card card, string decision)
    {
        if (card.IsBusy || card.Notice is not null)
        {
            return;
        }

        card.IsBusy = true;
        var moderator = (await SignedIn).User.Identity!.Name!;
        var wish = new ModeratorDecision { CommentId = card.Id, Decision = decision, Sequence = card.Case.Sequence };
        DecisionResult? result = null;
        await TryAsync(async () => result = await Decider.DecideAsync(wish, moderator, SignIn.SiteScope.All, _closed.Token));
        card.IsBusy = false;
        switch (result)
        {
            case null:
                Say(Text["NotSaved"]);
                break;
            case { Result: DecisionResult.Decided }:
                Say(Text[result.State == CaseStates.Approved ? "NowApproved" : "NowRejected", card.Case.Comment.Author.Name]);
                Remove(card);
                await TryAsync(GlanceAsync);
                break;
            default:
                card.Notice = Sentence(result);
                _focus = card.Id;
                break;
        }
    }

    private string Sentence(DecisionResult result) => result switch
    {
        { Result: DecisionResult.Unknown } => Text["Gone"],
        { State: CaseStates.Approved } => Text["AlreadyApproved", result.DecidedBy!],
        { State: CaseStates.Rejected } => Text["AlreadyRejected", result.DecidedBy!],
        _ => Text["ChangedMeanwhile", result.DecidedBy!],
    };

    private void Remove(Card card)
    {
        var index = _cards.IndexOf(card);
        _cards.RemoveAt(index);
        _focus = _cards.Count == 0 ? null : _cards[Math.Min(index, _cards.Count - 1)].Id;
    }

    private void Say(string sentence) => (_said, _saidAt) = (sentence, Time.GetUtcNow());

    private Task ShowMoreAsync() => TryAsync(async () =>
    {
        var before = _cards.Count;
        Add(await Cases.FindAsync(Query with { After = _next }, _closed.Token));
        _focus = before < _cards.Count ? _cards[before].Id : null;
    });

    private Task ShowNewAsync() => TryAsync(async () =>
    {
        var before = _cards.Count;
        await AddNewAsync();
        _focus = before < _cards.Count ? _cards[before].Id : null;
    });

    // At the end, where nothing is under the cursor.
    private async Task AddNewAsync()
    {
        var cases = await Cases.GetAsync(_new, SignIn.SiteScope.All, _closed.Token);
        Add(cases.Where(filed => filed.State == Shown));
        _seen.UnionWith(_new);
        _new = [];
    }

    private void Add(CasePage page)
    {
        Add(page.Items);
        _next = page.Next;
    }

    private void Add(IEnumerable<Case> cases) => _cards.AddRange(cases.Where(filed => _seen.Add(filed.Comment.CommentId)).Select(filed => new Card(filed)));

    /// <summary>An empty desk takes the next ones by itself.</summary>
    private async Task FillAsync()
    {
        if (_cards.Count > 0)
        {
            return;
        }

        if (_next is not null)
        {
            Add(await Cases.FindAsync(Query with { After = _next }, _closed.Token));
        }

        if (_cards.Count == 0 && _new.Count > 0)
        {
            await AddNewAsync();
        }

        _focus = _cards.FirstOrDefault()?.Id;
    }

    private async Task KeepLookingAsync()
    {
        using var ticks = new PeriodicTimer(_glance, Time);
        try
        {
            while (await ticks.WaitForNextTickAsync(_closed.Token))
            {
                await InvokeAsync(async () =>
                {
                    await TryAsync(GlanceAsync);
                    _said = Time.GetUtcNow() - _saidAt < _glance * 2 ? _said : null;
                    StateHasChanged();
                });
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private async Task GlanceAsync()
    {
        if (_since is null)
        {
            var since = Time.GetUtcNow() - _overlap;
            Add(await Cases.FindAsync(Query, _closed.Token));
            _since = since;
        }

        _waiting = (await Cases.CountAsync(new CaseQuery(), 10_000, _closed.Token)).Count;
        _undelivered = await Outbox.CountOlderThanAsync(_patience, _closed.Token);
        if (Shown == CaseStates.Held)
        {
            var filed = await Cases.FindAsync(Query with { FiledSince = _since.Value, Limit = MostNew + _seen.Count }, _closed.Token);
            _new = [.. filed.Items.Select(found => found.Comment.CommentId).Where(id => !_seen.Contains(id)).Take(MostNew)];
        }

        await FillAsync();
    }

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            _storeIsDown = false;
        }
        catch (DbException)
        {
            _storeIsDown = true;
        }
    }

    private static string Label(string state) => state switch
    {
        CaseStates.Approved => "Approved",
        CaseStates.Rejected => "Rejected",
        _ => "Held",
    };

    private string Address(string state) => Phrase is null ? $"dashboard?state={state}" : $"dashboard?state={state}&q={Uri.EscapeDataString(Phrase)}";
}
