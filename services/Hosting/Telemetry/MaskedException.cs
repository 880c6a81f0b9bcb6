namespace Moderation.Hosting.Telemetry;

/// <summary>Stands in a log for an exception that tells an email address.</summary>
internal sealed class MaskedException(string text) : Exception
{
    public override string Message => text;

    public override string ToString() => text;
}
