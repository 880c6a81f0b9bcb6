namespace Moderation.Servers.Binaries;

/// <summary>A program with its arguments and the environment it gets on top of ours.</summary>
internal sealed record Command(string Program, params string[] Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The same, run as another user. Only root may.</summary>
    public Command As(string user) => this with
    {
        Program = "setpriv",
        Arguments = [$"--reuid={user}", $"--regid={user}", "--init-groups", "--", Program, .. Arguments],
    };
}
