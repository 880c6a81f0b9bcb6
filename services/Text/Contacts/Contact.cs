namespace Moderation.Text.Contacts;

/// <summary>A way to reach somebody.</summary>
public enum ContactKind
{
    Email,
    Phone,
    Upi,
    WhatsApp,
    Telegram,
}

/// <summary>Contact details in a text.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Span">Where they stand in the original text.</param>
public readonly record struct Contact(ContactKind Kind, TextSpan Span);
