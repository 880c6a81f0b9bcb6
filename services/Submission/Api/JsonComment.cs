using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Api;

/// <summary>Reads a comment posted as JSON.</summary>
internal static class JsonComment
{
    public static (CommentRequest? Request, Refusal? Refusal) Parse(RequestBody body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.Bytes);
        }
        catch (JsonException exception)
        {
            return (null, new Refusal(
                StatusCodes.Status400BadRequest,
                $"The request is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} cannot be read."));
        }

        using (document)
        {
            var errors = new FieldErrors();
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                errors.Add("", "The request is not a JSON object.");
                return (null, Refusal.Wrong(errors));
            }

            try
            {
                return (document.Deserialize<CommentRequest>(JsonSerializerOptions.Web), null);
            }
            catch (JsonException exception)
            {
                var field = (exception.Path ?? "$").TrimStart('$').TrimStart('.');
                errors.Add(field, field switch
                {
                    "form.seconds" => "It has to be a number.",
                    _ when exception.InnerException is InvalidOperationException =>
                        "It has to be text: a string in UTF-8, without half characters (lone surrogates).",
                    _ => "It has to be an object.",
                });
                return (null, Refusal.Wrong(errors));
            }
        }
    }
}
