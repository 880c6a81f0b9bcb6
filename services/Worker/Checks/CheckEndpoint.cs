using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Checks;

/// <summary><c>POST /v1/check</c>: the verdict a comment would get now. Counts and changes nothing.</summary>
internal static class CheckEndpoint
{
    private const string Ndjson = "application/x-ndjson";

    public static void MapChecks(this IEndpointRouteBuilder app) => app.MapPost("/v1/check", Answer);

    private static async Task<IResult> Answer(HttpContext context, CheckReader checks, Pipeline pipeline)
    {
        if (context.Request.BearerToken() is not { Length: > 0 } secret)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return CheckRefusal.NoSecret.ToProblem();
        }

        if (context.Request.HasJsonContentType())
        {
            return await AnswerOne(context, checks, pipeline, secret);
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(Ndjson, StringComparison.OrdinalIgnoreCase))
        {
            return CheckRefusal.OtherType.ToProblem();
        }

        if (!checks.Knows(secret))
        {
            return CheckRefusal.WrongSecret.ToProblem();
        }

        await AnswerEach(context, checks, pipeline, secret);
        return Results.Empty;
    }

    private static async Task<IResult> AnswerOne(HttpContext context, CheckReader checks, Pipeline pipeline, string secret)
    {
        if (await ReadAll(context.Request, context.RequestAborted) is not { } json)
        {
            return CheckRefusal.TooLarge.ToProblem();
        }

        var check = checks.Read(json, secret);
        return check.Comment is { } comment
            ? Results.Json(CheckAnswer.Of(await pipeline.JudgeAsync(comment, dryRun: true)), CheckAnswer.Json)
            : check.Refusal!.ToProblem();
    }

    private static async Task AnswerEach(HttpContext context, CheckReader checks, Pipeline pipeline, string secret)
    {
        // A stream may be as long and as slow as its sender likes; only its lines are limited.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        context.Features.Get<IHttpMinRequestBodyDataRateFeature>()?.MinDataRate = null;
        context.Response.ContentType = Ndjson;
        await foreach (var line in Lines.Read(context.Request.BodyReader, CheckRefusal.Maximum, context.RequestAborted))
        {
            var check = line.Json is { } json ? checks.Read(json, secret) : new Check { Refusal = CheckRefusal.TooLarge };
            var answer = check.Comment is { } comment
                ? CheckAnswer.Of(await pipeline.JudgeAsync(comment, dryRun: true))
                : new CheckAnswer { Error = check.Refusal!.InOneSentence() };
            context.Response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(answer with { Id = check.Id }, CheckAnswer.Json));
            context.Response.BodyWriter.Write("\n"u8);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }

    /// <returns>Null when the body is too large.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAll(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > CheckRefusal.Maximum)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
