using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.Counts;
using Moderation.Dashboard.Leases;
using Moderation.Dashboard.Live;

namespace Moderation.Dashboard.Queue;

// What others do meanwhile, and how much there is.
public sealed partial class QueuePage
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    private readonly HashSet<Guid> _new = [];
    private IDisposable? _news;
    private CultureInfo _language = CultureInfo.InvariantCulture;
    private DeskCounts? _counts;
    private BoundedCount? _matching;
    private long _undelivered;
    private int _minute;
    private int _ticks;

    [Inject]
    internal DeskNews News { get; set; } = null!;

    [Inject]
    internal CaseCounts Counts { get; set; } = null!;

    [Inject]
    internal DeskLease Lease { get; set; } = null!;

    private long Waiting => _counts?.Waiting ?? 0;

    /// <summary>The moderator is on this case, or on none any more.</summary>
    [JSInvokable]
    public async Task OpenAsync(Guid? id)
    {
        // Only what lies on this desk: a page can send any id.
        var card = id is { } open ? Find(open) : null;
        var lease = await Lease.MoveToAsync(card?.Id, _moderator, _closed.Token);
        if (card is not null)
        {
            card.OpenBy(Opener(lease));
            StateHasChanged();
        }
    }

    /// <summary>Brings the page up to date after the connection was lost for a while.</summary>
    [JSInvokable]
    public async Task CatchUpAsync()
    {
        await TryAsync(async () =>
        {
            var now = (await Cases.GetAsync([.. _cards.Select(card => card.Id)], _scope, _closed.Token)).ToDictionary(one => one.Comment.CommentId);
            foreach (var card in _cards.Where(card => !card.IsBusy).ToList())
            {
                Update(card, now.GetValueOrDefault(card.Id));
            }
        });
        await CountAsync();
        Afterwards("back", _cards.Where(card => !card.IsBusy).Select(card => card.Id).ToList());
        StateHasChanged();
    }

    private void Listen()
    {
        _language = CultureInfo.CurrentUICulture;
        _news ??= News.Subscribe(_scope, news => _ = InvokeAsync(() => HearAsync(news)));
        (_storeIsDown, _undelivered) = (News.Health.IsStoreDown, News.Health.Undelivered);
    }

    private async Task HearAsync(News news)
    {
        if (_closed.IsCancellationRequested)
        {
            return;
        }

        // The news come from a thread that speaks no moderator's language.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_language, _language);
        var wasDown = _storeIsDown;
        (_storeIsDown, _undelivered) = (news.Health.IsStoreDown, news.Health.Undelivered);
        foreach (var change in news.Leases)
        {
            Find(change.CommentId)?.OpenBy(Opener(change.Lease));
        }

        await TryAsync(() => FollowAsync(news.Cases));
        if (wasDown && !_storeIsDown)
        {
            await CatchUpAsync();
        }

        StateHasChanged();
    }

    private async Task FollowAsync(IReadOnlyList<CaseChange> changes)
    {
        var newer = changes.Where(change => Find(change.CommentId) is not { } card || (!card.IsBusy && change.Sequence > card.Case.Sequence)).ToList();
        var onDesk = newer.Where(change => Find(change.CommentId) is not null).Select(change => change.CommentId).ToList();
        var now = (await Cases.GetAsync(onDesk, _scope, _closed.Token)).ToDictionary(one => one.Comment.CommentId);
        foreach (var id in onDesk)
        {
            if (Find(id) is { IsBusy: false } card)
            {
                Update(card, now.GetValueOrDefault(id));
            }
        }

        _new.ExceptWith(newer.Where(change => change.State != Filter.State).Select(change => change.CommentId));
        if (Filter.IsHeld)
        {
            var came = newer.Where(change => change.State == CaseStates.Held && !onDesk.Contains(change.CommentId)).Select(change => change.CommentId).ToList();
            _new.UnionWith((await Cases.MatchAsync(Query, came, _closed.Token)).Where(id => Find(id) is null));
        }
    }

    // It greys out where it is: nothing moves under the cursor.
    private void Update(Card card, Case? now)
    {
        if (now is null)
        {
            card.Settle(Text["Gone"]);
        }
        else if (now.Sequence == card.Case.Sequence)
        {
            return;
        }
        else if (IsShown(now.State))
        {
            card.Follow(now);
        }
        else
        {
            card.Settle(AlreadySentence(now.State, now.DecidedBy));
        }
    }

    private async Task ShowNewAsync()
    {
        if (Filter.Order is not null)
        {
            await LoadAsync();
            Afterwards("focusCard", _cards.FirstOrDefault()?.Id);
            return;
        }

        await TryAsync(async () =>
        {
            var before = _cards.Count;
            var cases = await Cases.GetAsync([.. _new.Take(PageSize)], _scope, _closed.Token);
            _new.ExceptWith(_new.Take(PageSize).ToList());
            await AddAsync(cases.Where(one => one.State == Filter.State));
            Afterwards("focusCard", before < _cards.Count ? _cards[before].Id : null);
        });
    }

    private Task<bool> CountAsync() => TryAsync(async () =>
    {
        _counts = await Counts.ReadAsync(_scope, _closed.Token);
        _matching = Filter.IsNarrow ? await Cases.CountAsync(Query, MostAtOnce, _closed.Token) : null;
    });

    private async Task KeepTimeAsync()
    {
        using var ticks = new PeriodicTimer(_tick, Time);
        try
        {
            while (await ticks.WaitForNextTickAsync(_closed.Token))
            {
                await InvokeAsync(TickAsync);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private async Task TickAsync()
    {
        var now = Time.GetUtcNow();
        _minute = (int)(now.ToUnixTimeSeconds() / 60);
        _toast = _toast is { } toast && toast.Until > now ? toast : null;
        // The counts of all desks are counted once; what matches a filter is this desk's own.
        if (_ticks++ % (Filter.IsNarrow ? 5 : 2) == 0)
        {
            var wasDown = _storeIsDown;
            if (await CountAsync() && wasDown)
            {
                await CatchUpAsync();
            }
        }

        StateHasChanged();
    }

    private void ShowLease(Card card) => card.OpenBy(Opener(News.Leases.GetValueOrDefault(card.Id)));

    private string? Opener(Lease? lease) => lease switch
    {
        null => null,
        _ when lease.Desk == Lease.Desk => null,
        _ when lease.Moderator == _moderator => Text["OpenedByYourself"].Value,
        _ => Text["OpenedBy", lease.Moderator].Value,
    };
}
