using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Audit;

/// <summary><c>GET /dashboard/audit.csv</c>: all entries that match, newest first, for a spreadsheet.</summary>
internal static class AuditCsv
{
    private const int RowsAtOnce = 200;
    private static readonly string[] _names = ["position", "at", "who", "what", "kind", "subject", "before", "after", "detail", "previous_hash", "hash"];

    public static void MapAuditCsv(this IEndpointRouteBuilder app) => app.MapGet("/dashboard/audit.csv", WriteAsync).RequireAuthorization(Schemes.Admins);

    private static async Task WriteAsync(HttpContext context, AuditReader audit, CancellationToken cancellationToken)
    {
        var query = AuditFilter.Of(name => context.Request.Query[name]).Query with { Before = null };
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = "attachment; filename=audit.csv";
        // With its mark, or Excel takes Hindi names for something else.
        await using var output = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await output.WriteLineAsync(string.Join(',', _names).AsMemory(), cancellationToken);
        var count = 0;
        await foreach (var entry in audit.ReadAsync(query, cancellationToken))
        {
            await output.WriteLineAsync(Row(entry).AsMemory(), cancellationToken);
            if (++count % RowsAtOnce == 0)
            {
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static string Row(SealedEntry entry) => string.Join(',', new[]
    {
        entry.Position.ToString(CultureInfo.InvariantCulture), entry.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.Who, entry.What, entry.Kind, entry.Subject, entry.Before, entry.After, entry.Detail, entry.PreviousHash, entry.Hash,
    }.Select(Field));

    // A spreadsheet runs what begins like a formula.
    private static string Field(string? text) => text switch
    {
        null or "" => "",
        ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] => Quoted($"'{text}"),
        _ => text.AsSpan().ContainsAny(",\"\r\n") ? Quoted(text) : text,
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
