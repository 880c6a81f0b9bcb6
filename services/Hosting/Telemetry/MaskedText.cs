using System.Buffers;
using System.Text;
using Moderation.Text;
using Moderation.Text.Contacts;

namespace Moderation.Hosting.Telemetry;

/// <summary>Text without email addresses and logins.</summary>
internal static class MaskedText
{
    private static readonly ContactMarks _marks = new() { Email = "[email]", Credentials = "[login]" };

    // Every spelling of an address has one of these, or is not in ASCII.
    private static readonly SearchValues<string> _signs = SearchValues.Create(["@", "%", "&", "\\", "at"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The same string when there is nothing to mask; most log lines are only searched for a few signs.</summary>
    public static string Of(string text) => MayHoldAddress(text) ? ContactDetails.Redact(text, _marks) : text;

    /// <summary>Line by line: each line of a stack trace begins with "at", and would be read on from the line above.</summary>
    public static string OfLines(string text) => MayHoldAddress(text) ? string.Join('\n', text.Split('\n').Select(Of)) : text;

    public static bool MayHoldAddress(string text) => text.AsSpan().ContainsAny(_signs) || !Ascii.IsValid(text);
}
