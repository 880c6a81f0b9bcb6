using Microsoft.AspNetCore.Components;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Queue;

// Which cards lie on the desk.
public sealed partial class QueuePage
{
    private const int PageSize = 30;

    // So many that nobody reaches the end before more are there.
    private const int FewCards = 12;

    // A page that grows without end becomes slow: the first cards go, and can be had again from the start.
    private const int MostCards = 150;

    private readonly List<Card> _cards = [];
    private CaseCursor? _next;
    private bool _isLoading;
    private int _dropped;

    [Inject]
    internal CaseReader Cases { get; set; } = null!;

    [Inject]
    internal CardMaker Cards { get; set; } = null!;

    private CaseQuery Query
    {
        get
        {
            var (until, since) = Filter.Times(Time.GetUtcNow());
            return new CaseQuery
            {
                State = Filter.State == QueueFilter.AllStates ? null : Filter.State,
                Scope = _scope,
                Site = Filter.Site,
                Page = Filter.Page,
                Rule = Filter.Rule,
                Label = Filter.Label,
                Language = Filter.Language,
                Author = Filter.Author,
                Phrase = Filter.Phrase,
                SubmittedUntil = until,
                SubmittedSince = since,
                Order = Filter.Order is { } order ? Enum.Parse<CaseOrder>(order, ignoreCase: true) : null,
                Limit = PageSize,
            };
        }
    }

    private Card? Find(Guid id) => _cards.Find(card => card.Id == id);

    private Task<bool> LoadAsync() => TryAsync(async () =>
    {
        var page = await Cases.FindAsync(Query, _closed.Token);
        var cards = await MakeAsync(page.Items);
        _cards.Clear();
        _new.Clear();
        _dropped = 0;
        _cards.AddRange(cards);
        _next = page.Next;
    });

    private async Task ShowMoreAsync()
    {
        if (_isLoading || _next is null)
        {
            return;
        }

        _isLoading = true;
        await TryAsync(async () =>
        {
            var page = await Cases.FindAsync(Query with { After = _next }, _closed.Token);
            await AddAsync(page.Items);
            _next = page.Next;
        });
        _isLoading = false;
        if (_cards.Count > MostCards)
        {
            var many = _cards.Count - MostCards;
            _cards.RemoveRange(0, many);
            _dropped += many;
        }
    }

    private async Task FillAsync()
    {
        while (_cards.Count(card => card.Notice is null) < FewCards && _next is not null && !_isLoading && !_storeIsDown)
        {
            var before = _next;
            await ShowMoreAsync();
            if (_next == before)
            {
                return;
            }
        }
    }

    private async Task AddAsync(IEnumerable<Case> cases)
    {
        var unknown = cases.Where(filed => Find(filed.Comment.CommentId) is null).ToList();
        var cards = await MakeAsync(unknown);
        _cards.AddRange(cards.Where(card => Find(card.Id) is null));
        _new.ExceptWith(cards.Select(card => card.Id));
    }

    private async Task<IReadOnlyList<Card>> MakeAsync(IReadOnlyList<Case> cases)
    {
        var cards = await Cards.MakeAsync(cases, _scope, _closed.Token);
        foreach (var card in cards)
        {
            ShowLease(card);
        }

        return cards;
    }

    private void Remove(Card card)
    {
        var index = _cards.IndexOf(card);
        if (index >= 0)
        {
            _cards.RemoveAt(index);
            KeepFocusNear(index);
        }
    }

    // For when the card that had the focus is gone and the browser found none to give it to.
    private void KeepFocusNear(int index) =>
        Afterwards("keepFocus", (_cards.Skip(index).FirstOrDefault(card => !card.IsBusy) ?? _cards.Take(index).LastOrDefault(card => !card.IsBusy))?.Id);

    // Where it stood, as far as that can be known: among those that wait longer and those that do not.
    private void PutBack(Card card)
    {
        if (Find(card.Id) is null)
        {
            var at = Filter.IsHeld && Filter.Order is null ? _cards.FindIndex(other => other.Case.Comment.SubmittedAt > card.Case.Comment.SubmittedAt) : 0;
            _cards.Insert(at < 0 ? _cards.Count : at, card);
        }
    }

    private bool IsShown(string state) => Filter.State == QueueFilter.AllStates || Filter.State == state;
}
