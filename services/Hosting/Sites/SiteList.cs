using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
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
        : this(Read(configuration).Select(entry => entry.With(configuration[SecretOf(entry)])))
    {
    }

    private SiteList(IEnumerable<Site> sites) => _sites = sites.ToDictionary(site => site.Id, StringComparer.Ordinal);

    public IEnumerable<Site> All => _sites.Values;

    public bool TryGet(string id, [NotNullWhen(true)] out Site? site) => _sites.TryGetValue(id, out site);

    /// <summary>For a program that lets nobody in: a site that has no secret gets one that nobody knows.</summary>
    /// <exception cref="InvalidConfigurationException">The file is missing or wrong.</exception>
    public static SiteList WithoutSecrets(IConfiguration configuration) => new(
        Read(configuration).Select(entry => entry.With(configuration[SecretOf(entry)] is { Length: > 0 } known ? known : RandomNumberGenerator.GetHexString(64))));

    private static string SecretOf(Entry entry) => $"Sites:Secrets:{entry.Id}";

    private static List<Entry> Read(IConfiguration configuration)
    {
        var file = configuration["Sites:File"] ?? Path.Combine(AppContext.BaseDirectory, "seeds", "sites.yaml");
        try
        {
            using var reader = File.OpenText(file);
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<SiteFile>(reader).Sites;
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

        public bool HidePhoneNumbers { get; init; }

        public string? Webhook { get; init; }

        public Site With(string? secret) => new()
        {
            Id = Id,
            Name = Name ?? Id,
            Language = Language,
            Origins = Origins,
            ClosedPages = ClosedPages.ToHashSet(StringComparer.Ordinal),
            HidePhoneNumbers = HidePhoneNumbers,
            Webhook = string.IsNullOrWhiteSpace(Webhook) ? null
                : Uri.TryCreate(Webhook, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address
                : throw new InvalidConfigurationException($"The webhook of the site '{Id}' is not an address that starts with https:// or http://."),
            Secret = string.IsNullOrWhiteSpace(secret)
                ? throw new InvalidConfigurationException($"The site '{Id}' has no secret. Set Sites:Secrets:{Id} (environment: Sites__Secrets__{Id}).")
                : secret,
        };
    }
}
