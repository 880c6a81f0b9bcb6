using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

/// <summary>Whatever is added to the dashboard later asks who is there, too.</summary>
public class DoorTests
{
    private static readonly string[] _open =
    [
        "/dashboard/login", "/dashboard/login/arrived", "/dashboard/login/provider", "/dashboard/logout", "/dashboard/language", "/dashboard/colours",
    ];

    [Fact]
    public async Task Only_the_way_in_is_open_to_strangers()
    {
        await using var host = await StartAsync();

        var open = Endpoints(host).Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);

        Assert.Equal(_open.Order(), open.Select(PathOf).Distinct().Order());
    }

    [Fact]
    public async Task Whatever_changes_something_by_the_API_needs_more_than_a_token_that_reads()
    {
        await using var host = await StartAsync();

        var changing = Endpoints(host)
            .Where(endpoint => PathOf(endpoint).StartsWith("/dashboard/api/", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(method => method is not ("GET" or "HEAD")))
            .ToList();

        Assert.NotEmpty(changing);
        Assert.All(changing, endpoint => Assert.Contains(endpoint.Metadata.OfType<IAuthorizeData>(), policy => policy.Policy is Schemes.Deciders or Schemes.Admins));
    }

    private static async Task<DashboardHost> StartAsync() => await DashboardHost.StartAsync(await Stores.CreateAsync("SQLite"), settings: new()
    {
        ["Dashboard:OpenIdConnect:Authority"] = "https://login.example.com",
        ["Dashboard:OpenIdConnect:ClientId"] = "the-desk",
        ["Dashboard:OpenIdConnect:ClientSecret"] = "secret",
    });

    private static IEnumerable<RouteEndpoint> Endpoints(DashboardHost host) => host.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => PathOf(endpoint).StartsWith("/dashboard", StringComparison.Ordinal));

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
