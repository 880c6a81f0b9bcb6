using Microsoft.Extensions.FileProviders;

namespace Moderation.Standalone;

internal static class DemoPage
{
    /// <summary>Serves the demo page of <c>seeds/demo</c> at the root.</summary>
    public static void MapDemoPage(this WebApplication app) =>
        app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "seeds", "demo")) });
}
