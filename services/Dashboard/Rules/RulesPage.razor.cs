using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Moderation.Contracts;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Dashboard.Rules;

/// <summary>What the rules are and do, and where they are changed.</summary>
public sealed partial class RulesPage : IAsyncDisposable
{
    private static readonly string[] _views = ["Rules", "Words", "Try", "Versions"];

    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<Site> _sites = [];
    private SiteScope _scope = SiteScope.All;
    private RulesDraft _draft = new(RulesVersion.None);
    private RulesAnswered? _rules;
    private RulesPreview? _preview;
    private IReadOnlyDictionary<string, RuleNumber> _numbers = new Dictionary<string, RuleNumber>();
    private IReadOnlyDictionary<string, IReadOnlyList<WordHit>> _words = new Dictionary<string, IReadOnlyList<WordHit>>();
    private IReadOnlyList<RulesNotice> _faults = [];
    private string _view = _views[0];
    private string? _said;
    private bool _saidIsBad;
    private bool _isAdmin;
    private bool _isBusy;
    private bool _noWorker;
    private bool _storeIsDown;
    private string _who = "";

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Site { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    internal RulesVersions Versions { get; set; } = null!;

    [Inject]
    internal RulesKeeper Keeper { get; set; } = null!;

    [Inject]
    internal RulesPreviews Previews { get; set; } = null!;

    [Inject]
    internal RuleNumbers Numbers { get; set; } = null!;

    [Inject]
    internal WordsHit WordsHit { get; set; } = null!;

    [Inject]
    internal PutRulesInForce InForce { get; set; } = null!;

    [Inject]
    internal Workers Workers { get; set; } = null!;

    [Inject]
    internal SiteList AllSites { get; set; } = null!;

    private bool FilesOnly => InForce.FilesOnly;

    private bool CanEdit => _isAdmin && !FilesOnly && _rules is { FilesOnly: false };

    private bool IsReady => RendererInfo.IsInteractive && !_isBusy;

    private bool IsBehind => _rules is { FilesOnly: false } rules && rules.Stamp != InForce.StampOf(_draft.Saved);

    protected override async Task OnInitializedAsync()
    {
        var user = (await SignedIn).User;
        (_isAdmin, _scope, _who) = (user.IsInRole(Roles.Admin), SiteScope.Of(user), user.Identity?.Name ?? "");
        _sites = [.. AllSites.All.Where(site => _scope.Covers(site.Id)).OrderBy(site => site.Id, StringComparer.Ordinal)];
        Site = _sites.FirstOrDefault(site => site.Id == Site)?.Id ?? (_scope.IsAll || _sites.Count == 0 ? null : _sites[0].Id);
        _view = _views.FirstOrDefault(view => string.Equals(view, View, StringComparison.OrdinalIgnoreCase)) ?? _views[0];
        await TryAsync(async () => _draft.Discard(await Versions.LatestAsync(_closed.Token)));
        // The first answer of the page does not wait for a worker.
        if (RendererInfo.IsInteractive)
        {
            await AskAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
    }

    private async Task AskAsync()
    {
        await TryAsync(async () =>
        {
            _rules = await Workers.AskAsync<RulesAsked, RulesAnswered>(new RulesAsked { Site = Site }, _closed.Token);
            var scope = Site is null ? _scope : SiteScope.Only([Site]);
            _numbers = await Numbers.GetAsync(scope);
            _words = await WordsHit.GetAsync([.. _rules.Rules.Where(rule => rule.HasOnlyWords).Select(rule => rule.Id)], scope);
        });
    }

    private async Task ChooseSiteAsync(ChangeEventArgs chosen)
    {
        Site = chosen.Value as string is { Length: > 0 } site ? site : null;
        _preview = null;
        await AskAsync();
    }

    private void Show(string view)
    {
        _view = view;
        _preview = null;
        _said = null;
    }

    private void Changed()
    {
        _said = null;
        if (_draft.IsEmpty)
        {
            _preview = null;
        }
    }

    private async Task DiscardAsync()
    {
        await TryAsync(async () => _draft.Discard(await Versions.LatestAsync(_closed.Token)));
        Changed();
    }

    private Task PreviewAsync() => BusyAsync(async () => _preview = await Previews.RunAsync(_draft.Overlay, _draft.Saved.Overlay, _scope, _closed.Token));

    private Task SaveAsync(string note) => BusyAsync(async () => await TellAsync(await Keeper.SaveAsync(_draft.Overlay, _draft.Saved.Version, _who, note, _closed.Token)));

    private Task RestoreAsync(long version) => BusyAsync(async () => await TellAsync(await Keeper.RestoreAsync(version, _draft.Saved.Version, _who, null, _closed.Token)));

    private async Task TellAsync(SaveResult result)
    {
        _preview = null;
        _saidIsBad = result.Outcome != SaveOutcome.Saved;
        switch (result)
        {
            case { Outcome: SaveOutcome.Saved, Version: { } saved }:
                _draft.Discard(saved);
                _said = result.IsWaiting ? Text["SavedWaiting", saved.Version] : saved.Restores is { } old ? Text["Restored", old, saved.Version] : Text["Saved", saved.Version];
                await UntilTakenAsync();
                break;
            case { Outcome: SaveOutcome.Conflict }:
                var latest = await Versions.LatestAsync(_closed.Token);
                _draft.BaseOn(latest);
                _said = Text["Conflict", latest.SavedBy, latest.Version];
                break;
            case { Outcome: SaveOutcome.FilesOnly }:
                _said = Text["FilesOnly"];
                break;
            default:
                _faults = result.Faults;
                break;
        }
    }

    // Workers take the new version over within a second or two; what the page shows next should be theirs.
    private async Task UntilTakenAsync()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await AskAsync();
            if (!IsBehind || _noWorker)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(400), _closed.Token);
        }
    }

    private async Task BusyAsync(Func<Task> act)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _said, _faults) = (true, null, []);
        StateHasChanged();
        await TryAsync(act);
        _isBusy = false;
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            (_noWorker, _storeIsDown) = (false, false);
        }
        catch (NoWorkerException)
        {
            _noWorker = true;
        }
        catch (Exception exception) when (exception is DbException or RedisException or RedisTimeoutException)
        {
            _storeIsDown = true;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }
}
