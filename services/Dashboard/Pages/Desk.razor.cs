using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Decisions;

namespace Moderation.Dashboard.Pages;

/// <summary>The queue of held comments, and the lists of what was decided.</summary>
public sealed partial class Desk : IAsyncDisposable
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
    private DateTimeOffset _since;
    private CaseCursor? _next;
    private long _waiting;
    private long _undelivered;
    private string? _trouble;
    private string? _said;
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
        await TryAsync("StoreDown", async () =>
        {
            _since = Time.GetUtcNow() - _overlap;
            _cards.Clear();
            _seen.Clear();
            Add(await Cases.FindAsync(Query, _closed.Token));
            await GlanceAsync();
        });
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
        await TryAsync("NotSaved", async () =>
        {
            var moderator = (await SignedIn).User.Identity!.Name!;
            var result = await Decider.DecideAsync(
                new ModeratorDecision { CommentId = card.Id, Decision = decision, Sequence = card.Case.Sequence }, moderator, _closed.Token);
            if (result.Result == DecisionResult.Decided)
            {
                _said = Text[result.State == CaseStates.Approved ? "NowApproved" : "NowRejected", card.Case.Comment.Author.Name];
                Remove(card);
                await GlanceAsync();
                await FillAsync();
            }
            else
            {
                card.Notice = Sentence(result);
            }
        });
        card.IsBusy = false;
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

    private Task ShowMoreAsync() => TryAsync("StoreDown", async () =>
    {
        var before = _cards.Count;
        Add(await Cases.FindAsync(Query with { After = _next }, _closed.Token));
        _focus = before < _cards.Count ? _cards[before].Id : null;
    });

    private Task ShowNewAsync() => TryAsync("StoreDown", async () =>
    {
        var before = _cards.Count;
        await AddNewAsync();
        _focus = before < _cards.Count ? _cards[before].Id : null;
    });

    // At the end, where nothing is under the cursor.
    private async Task AddNewAsync()
    {
        var cases = await Cases.GetAsync(_new, _closed.Token);
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
                await InvokeAsync(() => TryAsync("StoreDown", async () =>
                {
                    await GlanceAsync();
                    await FillAsync();
                }));
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private async Task GlanceAsync()
    {
        _waiting = await Cases.CountAsync(new CaseQuery(), _closed.Token);
        _undelivered = await Outbox.CountOlderThanAsync(_patience, _closed.Token);
        if (Shown == CaseStates.Held)
        {
            var filed = await Cases.FiledSinceAsync(Query, _since, MostNew + _seen.Count, _closed.Token);
            _new = [.. filed.Where(id => !_seen.Contains(id)).Take(MostNew)];
        }
    }

    private async Task TryAsync(string trouble, Func<Task> step)
    {
        try
        {
            await step();
            _trouble = null;
        }
        catch (DbException)
        {
            _trouble = trouble;
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
