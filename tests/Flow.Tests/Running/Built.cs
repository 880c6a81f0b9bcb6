using System.Reflection;

namespace Moderation.Flow.Tests.Running;

/// <summary>Where the build has put our programs; the project file says so.</summary>
internal static class Built
{
    public static string Host { get; } = Place("Host");

    public static string Standalone { get; } = Place("Standalone");

    private static string Place(string name) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
