using Microsoft.AspNetCore.Http;

namespace Moderation.Publisher.Comments;

/// <summary>Why nothing is listed.</summary>
internal static class Refusals
{
    public static IResult NoSuchSite() => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such site.");

    /// <param name="errors">What is wrong, by parameter.</param>
    /// <param name="title">One sentence.</param>
    public static IResult Wrong(Dictionary<string, string[]> errors, string title) =>
        Results.ValidationProblem(errors, statusCode: StatusCodes.Status422UnprocessableEntity, title: title);
}
