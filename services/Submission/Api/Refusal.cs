using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Api;

/// <summary>Why a request was not taken: a status, a plain sentence and, for wrong fields, what is wrong with each.</summary>
internal sealed record Refusal(int Status, string Sentence)
{
    public FieldErrors? Fields { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public static Refusal TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, $"The request is larger than {RequestBody.Maximum / 1024} KiB.");

    public static Refusal NotSaved { get; } = new(StatusCodes.Status503ServiceUnavailable, "The comment could not be saved. Please send it again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static Refusal Wrong(FieldErrors fields) =>
        new(StatusCodes.Status422UnprocessableEntity, "Some fields of the comment are not as they should be.") { Fields = fields };

    /// <summary>As RFC 9457 problem details.</summary>
    public IResult ToProblem(HttpContext context)
    {
        if (RetryAfter is { } delay)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(delay.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        ProblemDetails problem = Fields is null ? new ProblemDetails() : new HttpValidationProblemDetails(Fields.ByField);
        problem.Status = Status;
        problem.Title = Sentence;
        return Results.Problem(problem);
    }
}
