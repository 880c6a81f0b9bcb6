using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Moderation.Hosting.Sites;

/// <summary>The sites of <c>Sites:File</c>, with their secrets from <c>Sites:Secrets:&lt;id&gt;</c>.</summary>
public sealed class SiteList
{
    private readonly Dictionary<string, Site> _sites;

    /// <exception cref="InvalidConfigurationException">The file is missing or wrong, or a site has no secret.</exception>
    public SiteList(IConfiguration configuration)
    {
        var file = configuration["Sites:File"] ?? Path.Combine(AppContext.BaseDirectory, "seeds", "sites.yaml");
        _sites = Read(file).Sites.Select(entry => entry.With(configuration[$"Sites:Secrets:{entry.Id}"])).ToDictionary(site => site.Id, StringComparer.Ordinal);
    }

    public IEnumerable<Site> All => _sites.Values;

    public bool TryGet(string id, [NotNullWhen(true)] out Site? site) => _sites.TryGetValue(id, out site);

    private static SiteFile Read(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<SiteFile>(reader);
        }
        catch (IOException)
        {
            throw new InvalidConfigurationException($"There is no file of sites at '{file}'. Set Sites:File to one like seeds/sites.yaml.");
        }
        catch (YamlException exception)
        {
            throw new InvalidConfigurationException($"{file}, line {exception.Start.Line}: {exception.Message}");
        }
    }

    private sealed class SiteFile
    {
        public List<Entry> Sites { get; init; } = [];
    }

    private sealed class Entry
    {
        public string Id { get; init; } = "";

        public string? Name { get; init; }

        public string Language { get; init; } = "en";

        public List<string> Origins { get; init; } = [];

        public List<string> ClosedPages { get; init; } = [];

        public Site With(string? secret) => new()
        {
            Id = Id,
            Name = Name ?? Id,
            Language = Language,
            Origins = Origins,
            ClosedPages = ClosedPages.ToHashSet(StringComparer.Ordinal),
            Secret = string.IsNullOrWhiteSpace(secret)
                ? throw new InvalidConfigurationException($"The site '{Id}' has no secret. Set Sites:Secrets:{Id} (environment: Sites__Secrets__{Id}).")
                : secret,
        };
    }
}
