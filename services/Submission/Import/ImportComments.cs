using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Sites;
using Moderation.Submission.Api;
using Moderation.Submission.Intake;
using Moderation.Submission.Relay;

namespace Moderation.Submission.Import;

/// <summary>
/// <c>POST /v1/sites/{site}/imports</c>, with the site's secret: up to <see cref="MostComments"/> comments of an archive, one a line as
/// JSON. What is there already stays as it is.
/// </summary>
internal sealed class ImportComments(
    SiteList sites, ImportStore store, FreshComments fresh, TimeProvider time, ILogger<ImportComments> logger)
{
    private const int MostComments = 500;
    private const int MostBytes = 16 * 1024 * 1024;

    // Readers write meanwhile: their comments must not queue up behind an archive for their own status.
    private const int MostWaiting = 2_000;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    public async Task<IResult> Post(HttpContext context, string siteId)
    {
        var lines = await Lines(context.Request, context.RequestAborted);
        if (lines is null)
        {
            return new Refusal(StatusCodes.Status413PayloadTooLarge, $"At most {MostComments} comments and {MostBytes / 1024 / 1024} MiB are taken at once.").ToProblem(context);
        }

        var read = lines.Select(line => Read(line, siteId)).ToList();
        try
        {
            if (!await HasRoom(context.RequestAborted))
            {
                return (Refusal.NotSaved with { Sentence = "Too many comments wait for their decision. Please send these again in a moment." }).ToProblem(context);
            }

            var saved = await store.Save(SiteOf(siteId), [.. read.Select(line => line.Comment).OfType<ImportedComment>()], context.RequestAborted);
            foreach (var comment in saved)
            {
                fresh.Add(Outgoing.Of(comment));
            }

            logger.LogInformation("{Count} comments of an archive of {SiteId} are saved", saved.Count, siteId);
            var isNew = saved.Select(imported => imported.Comment.CommentId).ToHashSet();
            return Results.Ok(new { results = read.Select(line => ImportResult.Of(line.Comment, line.Errors, isNew)) });
        }
        catch (DbException exception)
        {
            logger.LogError("Comments of an archive of {SiteId} were not saved: {Reason}", siteId, exception.Message);
            return Refusal.NotSaved.ToProblem(context);
        }
    }

    private Site SiteOf(string id) =>
        sites.TryGet(id, out var site) ? site : throw new InvalidOperationException($"{id} passed the filter and is no site.");

    private (ImportedComment? Comment, FieldErrors Errors) Read(ReadOnlyMemory<byte> line, string siteId)
    {
        var errors = new FieldErrors();
        return (ArchiveLine.Read(line, siteId, time.GetUtcNow(), errors), errors);
    }

    /// <summary>The lines that are not empty; null when they are too many or too long.</summary>
    private static async Task<List<ReadOnlyMemory<byte>>?> Lines(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await RequestBody.Read(request, cancellationToken, MostBytes) is not { } body)
        {
            return null;
        }

        var lines = new List<ReadOnlyMemory<byte>>();
        foreach (var range in body.Bytes.AsSpan().Split((byte)'\n'))
        {
            var line = body.Bytes.AsMemory(range);
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                lines.Add(line);
            }
        }

        return lines.Count > MostComments ? null : lines;
    }

    private async Task<bool> HasRoom(CancellationToken cancellationToken)
    {
        var giveUp = time.GetUtcNow() + _patience;
        while (await store.CountWaiting(cancellationToken) >= MostWaiting)
        {
            if (time.GetUtcNow() > giveUp)
            {
                return false;
            }

            await Task.Delay(_pause, time, cancellationToken);
        }

        return true;
    }
}

internal static class ImportCommentsEndpoint
{
    public static void MapImportComments(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/sites/{site}/imports", (HttpContext context, string site, ImportComments import) => import.Post(context, site))
            .RequireSiteSecret();
}
