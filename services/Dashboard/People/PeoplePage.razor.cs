using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.People;

/// <summary>Who works at the desk, and as what.</summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<Account> _accounts = [];
    private ILookup<string, ListedSession> _sessions = Array.Empty<ListedSession>().ToLookup(session => session.Account);
    private string? _said;
    private string? _refusal;
    private string? _open;
    private (string Name, string Password)? _secret;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromQuery]
    public string? Who { get; set; }

    [SupplyParameterFromForm(Name = "name", FormName = "add")]
    public string? Name { get; set; }

    [Inject]
    internal Accounts Accounts { get; set; } = null!;

    [Inject]
    internal AccountChanges Changes { get; set; } = null!;

    [Inject]
    internal Sessions Sessions { get; set; } = null!;

    [Inject]
    internal OpenIdConnectSettings Provider { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    private string Admin => Context.User.Identity!.Name!;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _open = Who;
        _said = Done switch
        {
            "added" => Text["Added"].Value,
            "changed" => Text["RoleChanged"].Value,
            "ended" => Text["SessionsEnded"].Value,
            "disabled" => Text["AccountDisabled"].Value,
            "enabled" => Text["AccountEnabled"].Value,
            _ => null,
        };
    }

    private async Task LoadAsync()
    {
        _accounts = await Accounts.AllAsync(Context.RequestAborted);
        _sessions = (await Sessions.ListAsync(null, Context.RequestAborted)).ToLookup(session => session.Account, StringComparer.Ordinal);
    }

    private bool IsOwn(Account account) => account.Name == Admin;

    private async Task AddAsync()
    {
        var role = Context.Request.Form[RoleChoice.Name].ToString();
        if (!AccountName.TryParse(Name, out var name) || !Roles.Knows(role))
        {
            Refuse(Text["NameHint"]);
            return;
        }

        var scope = SiteChoice.Read(Context.Request.Form);
        var byProvider = Provider.IsOn && Context.Request.Form["by"] == Account.ByProvider;
        var password = byProvider ? null : await Changes.AddAsync(name, role, scope, Admin, Context.RequestAborted);
        if (byProvider ? await Changes.AddOfProviderAsync(name, role, scope, Admin, Context.RequestAborted) : password is not null)
        {
            if (password is null)
            {
                GoOn("added", name);
                return;
            }

            await ShowAsync(name, password);
            Name = null;
        }
        else
        {
            Refuse(Text["NameTaken", name]);
        }
    }

    private async Task ChangeRoleAsync(Account account)
    {
        var role = Context.Request.Form[RoleChoice.Name].ToString();
        if (!account.IsOperators && !IsOwn(account) && Roles.Knows(role))
        {
            await Changes.ChangeRoleAsync(account, role, SiteChoice.Read(Context.Request.Form), Admin, Context.RequestAborted);
        }

        GoOn("changed", account.Name);
    }

    private async Task ActAsync(Account account)
    {
        var isAnother = !account.IsOperators && !IsOwn(account);
        switch (Context.Request.Form["act"].ToString())
        {
            case "end":
                await Sessions.EndAllAsync(account.Name, except: IsOwn(account) ? Session.IdOf(Context.User) : null, Admin, Context.RequestAborted);
                GoOn("ended", account.Name);
                break;
            case "reset" when isAnother && account.SignsInBy == Account.ByPassword:
                await ShowAsync(account.Name, await Changes.ResetPasswordAsync(account, Admin, Context.RequestAborted));
                break;
            case "disable" when isAnother:
                await Changes.DisableAsync(account, Admin, Context.RequestAborted);
                GoOn("disabled", account.Name);
                break;
            case "enable" when isAnother:
                await Changes.EnableAsync(account, Admin, Context.RequestAborted);
                GoOn("enabled", account.Name);
                break;
            default:
                Refuse(Text["NotOneself"]);
                break;
        }
    }

    // In this answer alone: not in the address, and in no other page.
    private async Task ShowAsync(string name, string password)
    {
        _secret = (name, password);
        await LoadAsync();
    }

    private void GoOn(string done, string who) => Navigation.NavigateTo($"/dashboard/people?done={done}&who={Uri.EscapeDataString(who)}");

    private void Refuse(string sentence)
    {
        _refusal = sentence;
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
