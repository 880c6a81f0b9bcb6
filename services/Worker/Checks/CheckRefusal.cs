using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Moderation.Worker.Checks;

/// <summary>Why a comment was not checked.</summary>
/// <param name="Status">The HTTP status it has when it is the only one of the request.</param>
/// <param name="Sentence">For the caller to read.</param>
internal sealed record CheckRefusal(int Status, string Sentence)
{
    /// <summary>The largest body, and the largest line of NDJSON, in bytes.</summary>
    public const int Maximum = 64 * 1024;

    public static readonly CheckRefusal NoSecret = new(StatusCodes.Status401Unauthorized, "Send the site's secret as 'Authorization: Bearer'.");
    public static readonly CheckRefusal WrongSecret = new(StatusCodes.Status401Unauthorized, "This is not the site's secret.");
    public static readonly CheckRefusal NoSuchSite = new(StatusCodes.Status404NotFound, "There is no such site.");
    public static readonly CheckRefusal TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The comment is larger than 64 KiB.");
    public static readonly CheckRefusal OtherType =
        new(StatusCodes.Status415UnsupportedMediaType, "Send application/json or application/x-ndjson.");

    /// <summary>What is wrong, by field as the caller spells it.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public static CheckRefusal Wrong(IReadOnlyDictionary<string, string> fields) =>
        new(StatusCodes.Status422UnprocessableEntity, "Some fields of the comment are not as they should be.") { Fields = fields };

    public static CheckRefusal Wrong(string field, string sentence) => Wrong(new Dictionary<string, string> { [field] = sentence });

    /// <summary>As RFC 9457 problem details.</summary>
    public IResult ToProblem()
    {
        ProblemDetails problem = Fields.Count == 0
            ? new ProblemDetails()
            : new HttpValidationProblemDetails(Fields.ToDictionary(field => field.Key, field => new[] { field.Value }));
        problem.Status = Status;
        problem.Title = Sentence;
        return Results.Problem(problem);
    }

    /// <summary>As one sentence, for a line of NDJSON.</summary>
    public string InOneSentence() =>
        Fields.Count == 0 ? Sentence : string.Join(" ", Fields.Select(field => field.Key.Length == 0 ? field.Value : $"{field.Key}: {field.Value}"));
}
