using System.Reflection;

namespace Moderation.Benchmarks;

/// <summary>Where this build's sources and programs are.</summary>
internal static class Repository
{
    public static string Host => Path("Host");

    public static string Seeds => Path("Seeds");

    private static string Path(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
