using Microsoft.AspNetCore.Components;
using Moderation.Contracts;

namespace Moderation.Dashboard.Rules;

/// <summary>The entries of a word list, those of its file and those of the desk, and where they are added and taken away.</summary>
public sealed partial class WordLists : IDisposable
{
    private const int PageSize = 50;
    private static readonly string[] _languages = ["en", "hi", "hi-Latn"];
    private static readonly string[] _severities = ["mild", "strong", "severe"];

    private readonly CancellationTokenSource _closed = new();
    private readonly List<ListedEntry> _entries = [];
    private IReadOnlyList<(string Line, RulesNotice Notice)> _refused = [];
    private IReadOnlyList<RulesNotice> _warned = [];
    private string _list = "";
    private string _language = "en";
    private string _severity = "strong";
    private string _pasted = "";
    private string? _phrase;
    private int _total;
    private int _added;
    private bool _isBusy;
    private bool _noWorker;

    [Parameter, EditorRequired]
    public required RulesAnswered Rules { get; set; }

    [Parameter, EditorRequired]
    public required RulesDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required string? Site { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    internal Workers Workers { get; set; } = null!;

    [Inject]
    internal RulesPreviews Previews { get; set; } = null!;

    private bool IsInnocent => Rules.Lists.Any(list => list.Name == _list && list.IsInnocent);

    /// <summary>The desk's changes of what is shown; on a site's view those for all sites too.</summary>
    private IReadOnlyList<WordChange> Changes =>
    [
        .. Draft.Overlay.Words
            .Where(change => change.List == _list && change.Language == _language && (change.Site is null || change.Site == Site))
            .Where(change => string.IsNullOrWhiteSpace(_phrase) || change.Entry.Contains(_phrase.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(change => change.At ?? DateTimeOffset.MaxValue),
    ];

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => ChooseAsync(Rules.Lists.FirstOrDefault(list => !list.IsInnocent)?.Name ?? "", _language);

    private static string? ToneOf(string? severity) => severity switch
    {
        "severe" => "bad",
        "mild" => null,
        "allow" => "good",
        _ => "odd",
    };

    private string NameOf(string list) => Text["List-" + list] is { ResourceNotFound: false } known ? known.Value : list;

    private bool IsChanged(ListedEntry entry) => Changes.Any(change => OverlayEdits.KeyOf(change with { Site = null }) == OverlayEdits.KeyOf(ChangeOf(entry) with { Site = null }));

    private WordChange ChangeOf(ListedEntry entry) => new() { Site = Site, List = _list, Language = _language, Entry = entry.Entry, IsRemoved = true };

    private async Task ChooseAsync(string list, string language)
    {
        (_list, _language, _added) = (list, language, 0);
        (_refused, _warned) = ([], []);
        await ReadAsync(fromStart: true);
    }

    private Task FindAsync(ChangeEventArgs typed)
    {
        _phrase = typed.Value as string;
        return ReadAsync(fromStart: true);
    }

    private Task MoreAsync() => ReadAsync(fromStart: false);

    private async Task ReadAsync(bool fromStart)
    {
        var phrase = _phrase;
        try
        {
            var answer = await Workers.AskAsync<WordsAsked, WordsAnswered>(
                new WordsAsked { List = _list, Language = _language, Phrase = phrase, Skip = fromStart ? 0 : _entries.Count, Take = PageSize }, _closed.Token);
            // Somebody who types is ahead of the answers.
            if (phrase != _phrase)
            {
                return;
            }

            if (fromStart)
            {
                _entries.Clear();
            }

            _entries.AddRange(answer.Entries);
            (_total, _noWorker) = (answer.Total, false);
        }
        catch (NoWorkerException)
        {
            _noWorker = true;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task AddAsync()
    {
        var words = PastedWords.Read(_pasted, IsInnocent ? null : Site, _list, _language, IsInnocent ? "allow" : _severity);
        if (words.Count == 0 || _isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var trial = words.Aggregate(Draft.Overlay, (overlay, word) => overlay.With(word.Change));
            var check = await Previews.CheckAsync(trial, Draft.Saved.Overlay, _closed.Token);
            Take(words, check.Notices);
            _noWorker = false;
            // Shown where the first of them went.
            if (words.All(word => word.Change.Language != _language))
            {
                _language = words[0].Change.Language;
                await ReadAsync(fromStart: true);
            }
        }
        catch (NoWorkerException)
        {
            _noWorker = true;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }

        _isBusy = false;
        await OnChanged.InvokeAsync();
    }

    /// <summary>What is right becomes part of the draft; what is wrong stays in the field, with the reason below it.</summary>
    private void Take(IReadOnlyList<PastedWord> words, IReadOnlyList<RulesNotice> notices)
    {
        var refused = new List<(string Line, RulesNotice Notice)>();
        var warned = new List<RulesNotice>();
        _added = 0;
        foreach (var word in words)
        {
            var own = notices.Where(notice => IsAbout(notice, word.Change)).ToList();
            if (own.FirstOrDefault(notice => notice.IsFault || notice.Code == RulesNotices.AlreadyListed) is { } fault)
            {
                refused.Add((word.Line, fault));
                continue;
            }

            warned.AddRange(own);
            Draft.Put(word.Change);
            _added++;
        }

        (_refused, _warned) = (refused, [.. warned, .. notices.Where(notice => notice.Code == RulesNotices.ExampleFails)]);
        _pasted = string.Join('\n', refused.Select(line => line.Line));
    }

    private static bool IsAbout(RulesNotice notice, WordChange change) =>
        notice.Entry is { } entry && OverlayEdits.KeyOf(change) == OverlayEdits.KeyOf(new WordChange { Site = notice.Site, List = notice.List!, Language = notice.Language!, Entry = entry });

    private Task RemoveAsync(ListedEntry entry)
    {
        Draft.Put(ChangeOf(entry));
        return OnChanged.InvokeAsync();
    }

    private Task TakeBackAsync(WordChange change)
    {
        Draft.TakeBack(change);
        return OnChanged.InvokeAsync();
    }
}
