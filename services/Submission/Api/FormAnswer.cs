using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Moderation.Submission.Api;

/// <summary>A refusal as a small page, for a reader whose browser sent a plain form.</summary>
internal static class FormAnswer
{
    public static IResult Page(Refusal refusal)
    {
        var sentences = (refusal.Fields?.ByField ?? new Dictionary<string, string[]>())
            .SelectMany(field => field.Value, (field, sentence) => $"<li><b>{Encode(field.Key)}</b>: {Encode(sentence)}</li>");
        return Results.Content(
            $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Encode(refusal.Sentence)}</title>
            <p>{Encode(refusal.Sentence)}</p><ul>{string.Concat(sentences)}</ul>
            <p>Go back to change the comment; nothing of it is lost.</p></html>
            """,
            "text/html; charset=utf-8",
            statusCode: refusal.Status);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
