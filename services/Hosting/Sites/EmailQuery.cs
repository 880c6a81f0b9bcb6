using System.Net.Mail;
using Microsoft.AspNetCore.Http;

namespace Moderation.Hosting.Sites;

/// <summary>The <c>?email=</c> of a request about an author.</summary>
public static class EmailQuery
{
    private const int Maximum = 254;

    public static bool IsEmail(string? email) =>
        email?.Trim() is { Length: > 0 and <= Maximum } trimmed
        && !trimmed.Contains('\0', StringComparison.Ordinal)
        && MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed;

    /// <summary>Says what to send instead, and repeats nothing of what was sent.</summary>
    public static IResult Refusal() => Results.ValidationProblem(
        new Dictionary<string, string[]> { ["email"] = ["Send the author's email address as ?email=, with a + in it written as %2B."] },
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The request names no email address.");
}
