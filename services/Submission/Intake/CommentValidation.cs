using System.Net;
using System.Net.Mail;
using Moderation.Contracts;

namespace Moderation.Submission.Intake;

/// <summary>Turns what was posted into a comment, or says what is wrong with each field.</summary>
internal static class CommentValidation
{
    public const int BodyMaximum = 5_000;
    public const int NameMaximum = 100;
    private const int EmailMaximum = 254;
    private const int UrlMaximum = 2_048;
    private const int PageIdMaximum = 200;
    private const int TitleMaximum = 300;
    private const int LanguageMaximum = 35;
    private const int UserAgentMaximum = 1_000;

    /// <param name="request">The fields as posted.</param>
    /// <param name="siteId">A known site.</param>
    /// <param name="client">Where it came from, when the request's own word for that is not believed.</param>
    /// <param name="now">The time of submission.</param>
    /// <param name="errors">Gets a sentence for each wrong field.</param>
    /// <param name="bodyMaximum">The greatest length of the text in grapheme clusters.</param>
    /// <returns>The comment, or null when there are errors.</returns>
    public static CommentSubmitted? Validate(
        CommentRequest request, string siteId, Client? client, DateTimeOffset now, FieldErrors errors, int bodyMaximum = BodyMaximum)
    {
        var page = new Page
        {
            Id = Required("page.id", request.Page?.Id, PageIdMaximum, errors),
            Url = Url("page.url", request.Page?.Url, errors) ?? Missing("page.url", request.Page?.Url, errors),
            Title = Required("page.title", request.Page?.Title, TitleMaximum, errors),
        };
        var author = new Author
        {
            Name = Required("author.name", request.Author?.Name, NameMaximum, errors).Trim(),
            Email = Email(request.Author?.Email, errors),
            Url = Url("author.url", request.Author?.Url, errors),
        };
        var comment = new CommentSubmitted
        {
            CommentId = Guid.CreateVersion7(now),
            SiteId = siteId,
            Page = page,
            ParentId = Parent(request.ParentId, errors),
            Author = author,
            Body = Required("body", request.Body, bodyMaximum, errors),
            Client = client ?? Stated(request.Client, errors),
            Form = request.Form is { } form ? Form.Of(form.Trap, form.Seconds) : null,
            Language = Language(request.Language, errors),
            SubmittedAt = now,
        };
        return errors.Any ? null : comment;
    }

    private static string Required(string field, string? value, int maximum, FieldErrors errors)
    {
        if (!PersonText.IsVisible(value))
        {
            return Missing(field, null, errors);
        }

        if (PersonText.Fault(value!, maximum) is { } fault)
        {
            errors.Add(field, fault);
        }

        return value!;
    }

    private static string Missing(string field, string? value, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            errors.Add(field, "It is required.");
        }

        return "";
    }

    private static string? Url(string field, string? value, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length > UrlMaximum || PersonText.Fault(value, UrlMaximum) is not null
            || !Uri.TryCreate(value.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            errors.Add(field, $"It is not a web address that starts with http:// or https:// and has at most {UrlMaximum} characters.");
            return null;
        }

        return value.Trim();
    }

    private static string? Email(string? value, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var email = value.Trim();
        if (email.Length > EmailMaximum || PersonText.Fault(email, EmailMaximum) is not null
            || !MailAddress.TryCreate(email, out var address) || address.Address != email)
        {
            errors.Add("author.email", "It is not an email address. It may be left empty; it is never published.");
            return null;
        }

        return email;
    }

    private static Guid? Parent(string? value, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (!Guid.TryParse(value, out var id))
        {
            errors.Add("parentId", "It is not the id of a comment.");
        }

        return id;
    }

    private static string? Language(string? value, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (value.Length > LanguageMaximum || !value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            errors.Add("language", "It is not a language tag such as 'hi', 'hi-Latn' or 'en'.");
        }

        return value;
    }

    private static Client Stated(ClientRequest? client, FieldErrors errors)
    {
        IPAddress? address = null;
        if (!string.IsNullOrWhiteSpace(client?.Ip) && !IPAddress.TryParse(client.Ip, out address))
        {
            errors.Add("client.ip", "It is not an IPv4 or IPv6 address.");
        }

        return new Client
        {
            Ip = address?.ToString(),
            UserAgent = Optional("client.userAgent", client?.UserAgent, UserAgentMaximum, errors),
            Referrer = Optional("client.referrer", client?.Referrer, UrlMaximum, errors),
        };
    }

    private static string? Optional(string field, string? value, int maximum, FieldErrors errors)
    {
        if (value is not null && PersonText.Fault(value, maximum) is { } fault)
        {
            errors.Add(field, fault);
        }

        return value;
    }
}
