using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Moderation.Hosting;
using Moderation.Hosting.Sites;

namespace Moderation.Publisher.Webhooks;

/// <summary>Where the sites want to be told, and with which key: <c>webhook</c> in the file of sites, <c>Sites:WebhookSecrets:&lt;id&gt;</c>.</summary>
internal sealed class WebhookEndpoints
{
    private readonly Dictionary<string, WebhookEndpoint> _endpoints;

    /// <exception cref="InvalidConfigurationException">A site has a webhook and no secret for it, or one that is none.</exception>
    public WebhookEndpoints(SiteList sites, IConfiguration configuration) => _endpoints = sites.All
        .Where(site => site.Webhook is not null)
        .ToDictionary(site => site.Id, site => new WebhookEndpoint(site.Webhook!, KeyOf(site.Id, configuration)), StringComparer.Ordinal);

    /// <summary>Whether any site wants to be told.</summary>
    public bool Any => _endpoints.Count > 0;

    public bool TryGet(string siteId, [NotNullWhen(true)] out WebhookEndpoint? endpoint) => _endpoints.TryGetValue(siteId, out endpoint);

    private static byte[] KeyOf(string id, IConfiguration configuration) => WebhookSignature.TryReadSecret(configuration[$"Sites:WebhookSecrets:{id}"], out var key)
        ? key
        : throw new InvalidConfigurationException(
            $"The site '{id}' has a webhook and no secret to sign with. Set Sites:WebhookSecrets:{id} (environment: Sites__WebhookSecrets__{id}) to whsec_ and 24 to 64 random bytes in Base64.");
}

/// <param name="Address">Where messages are posted to.</param>
/// <param name="Key">What they are signed with.</param>
internal sealed record WebhookEndpoint(Uri Address, byte[] Key);
