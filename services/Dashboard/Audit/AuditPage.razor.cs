using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Audit;

public sealed partial class AuditPage
{
    private const int PageSize = 50;

    private IReadOnlyList<SealedEntry> _entries = [];
    private IReadOnlyList<string> _acts = [];
    private AuditFilter _filter = AuditFilter.Of(_ => null);
    private AuditHead _head = new(0, SealedEntry.NoHash);
    private AuditVerdict? _verdict;
    private long? _next;
    private bool _storeIsDown;

    [Inject]
    internal AuditReader Audit { get; set; } = null!;

    [Inject]
    internal IServiceProvider Services { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(Name = "head", FormName = "verify")]
    public string? NotedHead { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _filter = AuditFilter.Of(name => Context.Request.Query[name]);
        try
        {
            _head = await Audit.HeadAsync(Context.RequestAborted);
            _acts = await Audit.ActsAsync(Context.RequestAborted);
            (_entries, _next) = await Audit.FindAsync(_filter.Query, PageSize, Context.RequestAborted);
        }
        catch (DbException)
        {
            _storeIsDown = true;
        }
    }

    private async Task VerifyAsync()
    {
        try
        {
            var head = string.IsNullOrWhiteSpace(NotedHead) ? null : NotedHead.Trim();
            _verdict = await AuditVerification.VerifyAsync(
                Services.GetRequiredKeyedService<DbDataSource>(DashboardModule.Name), head, Context.RequestAborted);
        }
        catch (DbException)
        {
            _storeIsDown = true;
        }
    }

    // What other parts of the desk write down has no words here until somebody gives it some.
    private string Named(string group, string code) => Text[$"{group}.{code}"] is { ResourceNotFound: false } name ? name : code;

    private string Change(SealedEntry entry) =>
        string.Join(" → ", new[] { entry.Before, entry.After }.OfType<string>().Select(state => Named("State", state)));

    // The hash of a ruleset; whole in the CSV.
    private static string? Short(string? detail) => detail is { Length: 64 } && detail.All(char.IsAsciiHexDigit) ? $"{detail[..12]}…" : detail;

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
