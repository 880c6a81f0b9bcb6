using Moderation.Hosting;
using Moderation.Hosting.Sites;
using Moderation.Standalone.Commands;
using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>The folders of rules and the sites that a command was told of, or that are in force.</summary>
internal sealed class TrialRules
{
    private readonly IConfiguration _configuration = StandaloneConfiguration.OfCommands();

    public TrialRules() => Sites = SiteList.WithoutSecrets(_configuration);

    public SiteList Sites { get; }

    public string Data => _configuration.DataDirectory();

    /// <summary>The folder of rules in force.</summary>
    public string InForce => _configuration["Rules:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <exception cref="InvalidConfigurationException">A file is missing or wrong.</exception>
    public RuleTrial Read(string directory) => Directory.Exists(directory)
        ? RuleTrial.Read(directory, Sites)
        : throw new InvalidConfigurationException($"There is no folder '{directory}'. A folder of rules is one like seeds/, with rules/ and words/ in it.");

    /// <exception cref="WrongUsageException">There is no such site.</exception>
    public string Site(string id) => Sites.TryGet(id, out _)
        ? id
        : throw new WrongUsageException($"There is no site '{id}'; the sites are {string.Join(", ", Sites.All.Select(site => site.Id))}.");
}
