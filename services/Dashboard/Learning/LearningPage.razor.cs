using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Models;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Dashboard.Learning;

/// <summary>What the model of a site has learned and of whom, and where an admin takes some of it back.</summary>
public sealed partial class LearningPage : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _handingOn = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<Site> _sites = [];
    private CultureInfo _language = CultureInfo.InvariantCulture;
    private SiteLearning? _learning;
    private WantedChange? _wanted;
    private int _wish;
    private LearningRequest? _followed;
    private string? _trouble;
    private string? _said;
    private bool _saidIsBad;
    private bool _isAdmin;
    private bool _isBusy;
    private string _who = "";

    [SupplyParameterFromQuery]
    public string? Site { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    internal SiteList AllSites { get; set; } = null!;

    [Inject]
    internal LearningReader Learning { get; set; } = null!;

    [Inject]
    internal AskLearner Learner { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    private bool CanChange => _isAdmin && !_isBusy && RendererInfo.IsInteractive;

    protected override async Task OnInitializedAsync()
    {
        var user = (await SignedIn).User;
        var scope = SiteScope.Of(user);
        (_isAdmin, _who, _language) = (user.IsInRole(Roles.Admin), user.Identity?.Name ?? "", CultureInfo.CurrentUICulture);
        _sites = [.. AllSites.All.Where(site => scope.Covers(site.Id)).OrderBy(site => site.Id, StringComparer.Ordinal)];
        Site = _sites.FirstOrDefault(site => site.Id == Site)?.Id ?? (_sites.Count == 0 ? null : _sites[0].Id);
        await TryAsync(LoadAsync);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = FollowAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
    }

    private async Task FollowAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_language, _language);
        using var timer = new PeriodicTimer(_pause, Time);
        var closed = _closed.Token;
        try
        {
            while (await timer.WaitForNextTickAsync(closed) && !closed.IsCancellationRequested)
            {
                await TryAsync(LoadAsync);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task LoadAsync()
    {
        if (Site is not { } site)
        {
            return;
        }

        var learning = await Learning.ReadAsync(site, _closed.Token);
        // Meanwhile another site may have been chosen.
        if (site == Site)
        {
            _learning = learning;
            Tell(learning);
        }
    }

    // What was asked for here is told once, as soon as the report has it.
    private void Tell(SiteLearning learning)
    {
        if (_followed is { } followed && learning.Report is { } report && !learning.Waiting.Any(request => request.Message.RequestId == followed.Message.RequestId))
        {
            var isDone = followed.IsIn(report);
            (_followed, _saidIsBad) = (null, !isDone);
            _said = isDone ? Text[$"Done-{ChangeWords.Of(followed.Message.Change)}", SubjectOf(followed)] : Text["NotDone"];
        }
    }

    private async Task ChooseSiteAsync(ChangeEventArgs chosen)
    {
        Site = _sites.FirstOrDefault(site => site.Id == chosen.Value as string)?.Id;
        (_learning, _followed, _said) = (null, null, null);
        await TryAsync(LoadAsync);
    }

    private void Want(WantedChange wanted) => (_wanted, _said, _wish) = (wanted, null, _wish + 1);

    // A dialog may say that it was closed only when the next one is wanted already.
    private void Close(int wish)
    {
        if (wish == _wish)
        {
            _wanted = null;
        }
    }

    private async Task AskAsync(WantedChange wanted)
    {
        if (!CanChange || Site is not { } site)
        {
            return;
        }

        _isBusy = true;
        await TryAsync(async () =>
        {
            var asked = await Learner.ForAsync(site, wanted, _who, _closed.Token);
            _followed = asked.Request;
            (_said, _saidIsBad) = (asked.Refusal is { } refusal ? Text[$"Refusal-{refusal}"].Value : null, asked.Refusal is not null);
            await LoadAsync();
        });
        _isBusy = false;
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            _trouble = null;
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            _trouble = "RedisDown";
        }
        catch (DbException)
        {
            _trouble = "StoreDown";
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private string InWords(LearningRequest request) => Text[$"Asked-{ChangeWords.Of(request.Message.Change)}", SubjectOf(request), request.Message.RequestedBy];

    private static string SubjectOf(LearningRequest request) => request.Message.Moderator ?? Figures.Number(request.Message.Version ?? 0);

    private string StageOf(LearningRequest request) => (request, Time.GetUtcNow()) switch
    {
        ({ PublishedAt: null }, var now) when now > request.Message.RequestedAt + _handingOn => "NotHandedOn",
        (_, var now) when request.IsLate(now) => "NotAnswered",
        _ => "Soon",
    };

    private string StateOf(LearningReport report)
    {
        var counting = report.Heads.Where(head => head.Counts).ToList();
        return report.Version == 0 ? Text["Nothing"]
            : counting.Count == 0 ? Text["CountsNot"]
            : counting.Count == report.Heads.Count ? Text["Counts"]
            : Text["CountsPartly", string.Join(", ", counting.Select(head => Text[$"Head-{head.Head}"].Value))];
    }
}
