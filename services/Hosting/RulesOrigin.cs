using Microsoft.Extensions.Configuration;

namespace Moderation.Hosting;

/// <summary><c>Rules:Source</c>: whether the rules may be changed at the desk, or are what the files say and nothing else.</summary>
public static class RulesOrigin
{
    private const string Setting = "Rules:Source";

    /// <exception cref="InvalidConfigurationException">It is neither <c>desk</c> nor <c>files</c>.</exception>
    public static bool IsFilesOnly(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" or "desk" => false,
        "files" => true,
        var other => throw new InvalidConfigurationException($"{Setting} is '{other}'; write 'desk', where the rules may be changed on top of the files, or 'files' (environment: Rules__Source)."),
    };
}
