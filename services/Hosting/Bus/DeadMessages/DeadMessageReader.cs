using System.Globalization;
using System.Security.Cryptography;
using MassTransit;

namespace Moderation.Hosting.Bus.DeadMessages;

/// <summary>Reads what MassTransit wrote on a message when it put it aside.</summary>
internal static class DeadMessageReader
{
    private const string UsualContentType = "application/vnd.masstransit+json";

    public static DeadMessage Read(string queue, ReceiveContext context, DateTimeOffset now)
    {
        var headers = context.TransportHeaders;
        var body = context.Body.GetBytes();
        return new DeadMessage
        {
            Queue = queue,
            MessageId = context.GetMessageId()?.ToString() ?? Convert.ToHexStringLower(SHA256.HashData(body)),
            ContentType = context.ContentType?.ToString() ?? UsualContentType,
            Body = body,
            Reason = NameOf(headers.Get<string>(MessageHeaders.FaultExceptionType)),
            Message = headers.Get<string>(MessageHeaders.FaultMessage) ?? "",
            DiedAt = DateTimeOffset.TryParse(
                headers.Get<string>(MessageHeaders.FaultTimestamp), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : now,
        };
    }

    private static string NameOf(string? type) => type is { Length: > 0 } ? type[(type.LastIndexOf('.') + 1)..] : "unknown";
}
