using Moderation.Servers;

namespace Moderation.Browser.Tests.Setup;

/// <summary>The program, and an OpenID Connect provider on another site that says who may do what.</summary>
public sealed class StandaloneWithProvider : Standalone
{
    /// <summary>At <c>localhost</c>: for a browser another site than <c>127.0.0.1</c>, and so the strict cookie does not come along from there.</summary>
    public OpenIdProvider Provider { get; private set; } = null!;

    protected override async Task<Dictionary<string, string>> MoreSettingsAsync()
    {
        Provider = await OpenIdProvider.StartAsync("localhost");
        return new()
        {
            ["Dashboard__OpenIdConnect__Authority"] = Provider.Address,
            ["Dashboard__OpenIdConnect__ClientId"] = OpenIdProvider.ClientId,
            ["Dashboard__OpenIdConnect__ClientSecret"] = OpenIdProvider.ClientSecret,
            ["Dashboard__OpenIdConnect__RoleClaim"] = "roles",
        };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
