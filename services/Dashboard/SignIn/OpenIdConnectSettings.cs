using Microsoft.Extensions.Configuration;
using Moderation.Hosting;

namespace Moderation.Dashboard.SignIn;

/// <summary>The section <c>Dashboard:OpenIdConnect</c>: signing in through the organisation's own accounts, when it names an authority.</summary>
internal sealed class OpenIdConnectSettings
{
    private const string Section = "Dashboard:OpenIdConnect";

    /// <summary>The provider's address, below which its <c>.well-known/openid-configuration</c> is.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What is asked of the provider, apart by spaces.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim with the name that stands in the history of cases.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The claim with <c>admin</c> or <c>moderator</c>; without one only accounts that an admin made beforehand are let in.</summary>
    public string? RoleClaim { get; set; }

    /// <summary>The claim with the ids of a moderator's sites, or <c>*</c>; without one moderators have all sites.</summary>
    public string? SitesClaim { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <exception cref="InvalidConfigurationException">The section is there, but incomplete or wrong.</exception>
    public static OpenIdConnectSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<OpenIdConnectSettings>() ?? new OpenIdConnectSettings();
        if (settings.IsOn)
        {
            if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback))
            {
                throw new InvalidConfigurationException($"{Section}:Authority is not an address that starts with https://.");
            }

            if (string.IsNullOrWhiteSpace(settings.ClientId) || string.IsNullOrWhiteSpace(settings.ClientSecret))
            {
                throw new InvalidConfigurationException($"{Section} names an Authority and needs ClientId and ClientSecret too.");
            }
        }

        return settings;
    }
}
