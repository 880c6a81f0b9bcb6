using Microsoft.Extensions.Configuration;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Tests.Setup;

/// <summary>The sites of <c>sites.yaml</c>, for what needs no secrets.</summary>
internal static class SomeSites
{
    public static SiteList List { get; } = SiteList.WithoutSecrets(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("Sites:File", (string?)Path.Combine(AppContext.BaseDirectory, "Setup", "sites.yaml"))])
        .Build());
}
