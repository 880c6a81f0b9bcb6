using System.Reflection;

namespace Moderation.Browser.Tests.Setup;

/// <summary>Where the build has put things; the project file says so.</summary>
internal static class Built
{
    public static string Host => Place("Host");

    public static string Standalone => Place("Standalone");

    public static string Screenshots => Place("Screenshots");

    private static string Place(string name) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
