using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Moderation.Dashboard.DeadMessages;

public sealed partial class OperationsPage
{
    private const int PageSize = 30;
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IReadOnlyList<DeadMessageGroup> _groups = [];
    private IReadOnlyList<DeadMessageRow> _messages = [];
    private DeadMessageQuery _query = new();
    private DeadMessageCursor? _cursor;
    private DeadMessageCursor? _next;
    private long _count;
    private string? _shown;
    private string? _body;
    private bool _storeIsDown;

    [Inject]
    internal DeadMessageList Dead { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _query = DeadMessageQuery.Of(Asked("queue"), Asked("reason"));
        _ = DeadMessageCursor.TryParse(Asked("cursor") ?? "", out _cursor);
        try
        {
            _groups = await Dead.GroupsAsync(Context.RequestAborted);
            _count = _groups.Where(group => (_query.Queue ?? group.Queue) == group.Queue && (_query.Reason ?? group.Reason) == group.Reason).Sum(group => group.Count);
            (_messages, _next) = await Dead.FindAsync(_query, _cursor, PageSize, Context.RequestAborted);
            if (Guid.TryParse(Asked("show"), out var id))
            {
                _shown = id.ToString();
                _body = Readable(await Dead.BodyAsync(id, Context.RequestAborted));
            }
        }
        catch (DbException)
        {
            _storeIsDown = true;
        }
    }

    internal static string Address(DeadMessageQuery query, DeadMessageCursor? cursor = null, string? show = null) =>
        "dashboard/operations?" + string.Join('&', new[] { ("queue", query.Queue), ("reason", query.Reason), ("cursor", cursor?.ToString()), ("show", show) }
            .Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string? Asked(string name) => Context.Request.Query[name];

    /// <summary>What the last act did, as its redirect says.</summary>
    private IEnumerable<(bool IsGrave, string Sentence)> Outcome()
    {
        if (Number("done") is { } done and > 0)
        {
            yield return (false, Asked("act") == "discard" ? Text["DiscardDone", done] : Text["ResendDone", done]);
        }

        if (Asked("broker") == "down")
        {
            yield return (true, Text["BrokerDown"]);
        }
        else if (Number("failed") is { } failed and > 0)
        {
            yield return (true, Text["Failed", failed]);
        }

        if (Number("now") is { } now)
        {
            yield return (true, Text["OtherCount", now]);
        }
    }

    private long? Number(string name) => long.TryParse(Asked(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Readable(byte[]? body)
    {
        if (body is null)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return JsonSerializer.Serialize(json, _readable);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }
}
