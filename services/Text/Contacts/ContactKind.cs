namespace Moderation.Text.Contacts;

/// <summary>A way to reach somebody.</summary>
public enum ContactKind
{
    /// <summary>An email address.</summary>
    Email,

    /// <summary>What logs somebody in: <c>user:password@host</c>.</summary>
    Credentials,

    /// <summary>A telephone number, in digits or in words.</summary>
    Phone,

    /// <summary>An address of India's payment system: <c>name@bank</c>.</summary>
    Upi,

    /// <summary>A WhatsApp link, or a number said to be one of WhatsApp.</summary>
    WhatsApp,

    /// <summary>A Telegram link, or a name or number said to be one of Telegram.</summary>
    Telegram,
}
