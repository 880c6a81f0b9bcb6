using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;

namespace Moderation.Hosting.Telemetry;

/// <summary>Hands log events on without email addresses: in no property, no message and no exception.</summary>
internal sealed class MaskingSink(ILogEventSink inner) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateTextFormatter _message = new("{Message:l}", CultureInfo.InvariantCulture);

    public void Emit(LogEvent logEvent) => inner.Emit(WithoutAddresses(logEvent));

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static LogEvent WithoutAddresses(LogEvent original)
    {
        var masked = WithoutAddressesInProperties(WithoutAddressesInException(original));
        if (!MayTellAddress(masked))
        {
            return masked;
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        _message.Format(masked, writer);
        var written = writer.ToString();
        var message = MaskedText.Of(written);
        // It stands in the template itself, or is made up of several parts, of which none may be kept then.
        return ReferenceEquals(message, written)
            ? masked
            : Copy(masked, masked.Exception, Literal(message), Properties(masked).Where(property => property.Value is not ScalarValue { Value: string } || !IsInMessage(masked, property.Name)));
    }

    private static bool MayTellAddress(LogEvent logEvent)
    {
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            // Names of properties are no part of the message.
            if (token is TextToken { Text: var text } && MaskedText.MayHoldAddress(text))
            {
                return true;
            }
        }

        foreach (var (_, value) in logEvent.Properties)
        {
            if (value is not ScalarValue { Value: var scalar } || (scalar is string text && MaskedText.MayHoldAddress(text)) || scalar is Uri)
            {
                return true;
            }
        }

        return false;
    }

    private static LogEvent WithoutAddressesInException(LogEvent original)
    {
        var text = original.Exception?.ToString();
        return text is not null && MaskedText.OfLines(text) is var masked && masked != text
            ? Copy(original, new MaskedException(masked), original.MessageTemplate, Properties(original))
            : original;
    }

    private static LogEvent WithoutAddressesInProperties(LogEvent original)
    {
        var masked = original;
        foreach (var (name, value) in original.Properties)
        {
            var without = MaskedValue.Of(value);
            if (!ReferenceEquals(without, value))
            {
                // Other sinks may hold the original.
                masked = ReferenceEquals(masked, original) ? Copy(original, original.Exception, original.MessageTemplate, Properties(original)) : masked;
                masked.AddOrUpdateProperty(new LogEventProperty(name, without));
            }
        }

        return masked;
    }

    private static bool IsInMessage(LogEvent logEvent, string property) =>
        logEvent.MessageTemplate.Tokens.OfType<PropertyToken>().Any(token => token.PropertyName == property);

    private static MessageTemplate Literal(string text) =>
        new(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), [new TextToken(text)]);

    private static IEnumerable<LogEventProperty> Properties(LogEvent logEvent) =>
        logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value));

    private static LogEvent Copy(LogEvent original, Exception? exception, MessageTemplate template, IEnumerable<LogEventProperty> properties) =>
        new(original.Timestamp, original.Level, exception, template, properties, original.TraceId ?? default, original.SpanId ?? default);
}
