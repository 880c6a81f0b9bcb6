using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary>What is known of the author of a comment, and what can be done about them. Opens when it is rendered.</summary>
public sealed partial class AuthorDrawer
{
    private readonly CancellationTokenSource _closed = new();
    private ElementReference _dialog;
    private IJSObjectReference? _script;
    private Guid _loaded;
    private AuthorProfile? _author;
    private bool _isGone;
    private bool _isAdmin;
    private bool _isErasing;
    private string _name = "";
    private SiteScope _scope = SiteScope.Only([]);
    private string? _note;
    private string? _said;
    private string? _trouble;

    [Parameter, EditorRequired]
    public Guid CommentId { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Asks the desk to decide all waiting comments of the author, as one act that can be undone.</summary>
    [Parameter]
    public EventCallback<AuthorAct> OnDecide { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    internal AuthorReader Authors { get; set; } = null!;

    [Inject]
    internal AuthorStandings Standings { get; set; } = null!;

    [Inject]
    internal AuthorNotes Notes { get; set; } = null!;

    [Inject]
    internal ErasureRequests Erasures { get; set; } = null!;

    [Inject]
    internal IJSRuntime JS { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
        try
        {
            if (_script is not null)
            {
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var user = (await SignedIn).User;
        (_name, _scope, _isAdmin) = (user.Identity?.Name ?? "", SiteScope.Of(user), user.IsInRole(Roles.Admin));
        if (_loaded != CommentId)
        {
            _loaded = CommentId;
            (_said, _note, _isErasing) = (null, null, false);
            await TryAsync(LoadAsync);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await JS.InvokeAsync<IJSObjectReference>("import", "./_content/Moderation.Dashboard/dialog.js");
            await _script.InvokeVoidAsync("open", _dialog);
        }
    }

    private async Task LoadAsync()
    {
        _author = await Authors.OfAsync(CommentId, _scope, _closed.Token);
        _isGone = _author is null;
    }

    private async Task CloseAsync()
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("close", _dialog);
        }
    }

    private async Task DecideAllAsync(string decision)
    {
        if (_author is { Waiting: { } waiting, Held: var count })
        {
            await CloseAsync();
            await OnDecide.InvokeAsync(new AuthorAct(waiting, count, decision));
        }
    }

    private Task SetRangeAsync(string range, Standing standing) =>
        AddressRange.TryParse(range, out var parsed) ? SetAsync(AuthorStanding.OfRange(parsed), null, standing) : Task.CompletedTask;

    private Task SetAsync(string subject, string? authorName, Standing standing) => TryAsync(async () =>
    {
        var inForce = await Standings.SetAsync(
            new AuthorStanding { SiteId = _author!.SiteId, Subject = subject, Standing = standing, AuthorName = authorName, SetBy = _name, SetAt = default }, _closed.Token);
        _said = Text[inForce ? "InForce" : "InForceLater"];
        await LoadAsync();
    });

    private Task AddNoteAsync() => TryAsync(async () =>
    {
        await Notes.AddAsync(_author!.SiteId, _author.Key!, _note!.Trim(), _name, _closed.Token);
        _note = null;
        await LoadAsync();
    });

    private Task EraseAsync() => TryAsync(async () =>
    {
        await Erasures.AddAsync(_author!.SiteId, _author.Key!, _name, _closed.Token);
        _isErasing = false;
        _said = Text["Erasing"];
    });

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            _trouble = null;
        }
        catch (DbException)
        {
            _trouble = Text["StoreDown"];
        }
    }

    private static string? KindOf(Standing standing) => standing switch
    {
        Standing.Trusted => "approve",
        Standing.Held => "wait",
        Standing.Blocked => "reject",
        _ => null,
    };

    private static string StateOf(string state) => state switch
    {
        CaseStates.Approved => "Approved",
        CaseStates.Rejected => "Rejected",
        _ => "Waiting",
    };

    private static string? BadgeOf(string state) => state switch
    {
        CaseStates.Approved => "good",
        CaseStates.Rejected => "bad",
        _ => "busy",
    };
}
