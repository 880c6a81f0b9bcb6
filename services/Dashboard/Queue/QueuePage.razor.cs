using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Queue;

/// <summary>The queue of held comments, and the lists of what was decided.</summary>
public sealed partial class QueuePage : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private bool _storeIsDown;
    private string _moderator = "";
    private SiteScope _scope = SiteScope.Only([]);
    private IJSObjectReference? _script;
    private DotNetObjectReference<QueuePage>? _self;

    // The comment whose author is looked at.
    private Guid? _author;

    // What the browser does after the next drawing.
    private (string Function, object? Argument)? _afterwards;

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Site { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageId { get; set; }

    [SupplyParameterFromQuery]
    public string? Rule { get; set; }

    [SupplyParameterFromQuery(Name = "label")]
    public string? LabelName { get; set; }

    [SupplyParameterFromQuery]
    public string? Language { get; set; }

    [SupplyParameterFromQuery]
    public string? Age { get; set; }

    [SupplyParameterFromQuery]
    public string? Author { get; set; }

    [SupplyParameterFromQuery]
    public string? Order { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    [Inject]
    internal IJSRuntime JS { get; set; } = null!;

    private QueueFilter Filter { get; set; } = new() { State = CaseStates.Held };

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Filter = new QueueFilter
        {
            State = OrNull(State) is { } state && (CaseStates.Knows(state) || state == QueueFilter.AllStates) ? state : QueueFilter.DefaultState(OrNull(Q)),
            Site = OrNull(Site),
            Page = OrNull(PageId),
            Rule = OrNull(Rule),
            Label = OrNull(LabelName),
            Language = OrNull(Language),
            Age = OrNull(Age) is { } age && QueueFilter.IsAge(age) ? age : null,
            Author = OrNull(Author),
            Phrase = OrNull(Q),
            Order = OrNull(Order) is { } order && Enum.TryParse<CaseOrder>(order, ignoreCase: true, out _) ? order : null,
        };
        var user = (await SignedIn).User;
        (_moderator, _scope) = (user.Identity?.Name ?? "", SiteScope.Of(user));
        // Loaded before the first drawing: what the server sent stays until there is something to put in its place.
        if (RendererInfo.IsInteractive)
        {
            Listen();
        }

        await LoadAsync();
        await CountAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await JS.InvokeAsync<IJSObjectReference>("import", _closed.Token, "./_content/Moderation.Dashboard/queue.js");
            await _script.InvokeVoidAsync("attach", _closed.Token, _self);
            _ = KeepTimeAsync();
        }

        if (_afterwards is var (function, argument) && _script is not null)
        {
            _afterwards = null;
            await _script.InvokeVoidAsync(function, _closed.Token, argument);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _news?.Dispose();
        await _closed.CancelAsync();
        _closed.Dispose();
        _self?.Dispose();
        if (_script is not null)
        {
            try
            {
                await _script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and its keys with it.
            }
        }
    }

    private void Afterwards(string function, object? argument = null) => _afterwards = (function, argument);

    private async Task<bool> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            _storeIsDown = false;
            return true;
        }
        catch (DbException)
        {
            _storeIsDown = true;
            return false;
        }
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 200 || text.Contains('\0', StringComparison.Ordinal) ? null : text.Trim();

    private static string Label(string state) => state switch
    {
        CaseStates.Approved => "Approved",
        CaseStates.Rejected => "Rejected",
        QueueFilter.AllStates => "All",
        _ => "Held",
    };
}
