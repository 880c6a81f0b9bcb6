using System.Security.Cryptography;
using Microsoft.Extensions.Configuration.Memory;

namespace Moderation.Standalone;

/// <summary>What Standalone assumes where nothing is configured.</summary>
internal static class StandaloneConfiguration
{
    private const string PasswordFile = "dashboard-password";
    private const string Data = "Data:Directory";
    private const string UsualData = "data";
    private const string DemoSecret = "Sites:Secrets:demo";
    private const string UsualDemoSecret = "demo-secret";

    public static void AddStandaloneConfiguration(this WebApplicationBuilder builder)
    {
        Default(builder, "urls", "http://localhost:8080");
        Default(builder, Data, UsualData);
        Default(builder, DemoSecret, UsualDemoSecret);
        if (string.IsNullOrEmpty(builder.Configuration["Dashboard:Password"]))
        {
            Default(builder, "Dashboard:Password", KeptPassword(builder.DataDirectory()));
        }
    }

    /// <summary>What a command sees that serves nothing: the same files and variables, and no folder is made.</summary>
    public static IConfiguration OfCommands() => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create(Data, (string?)UsualData), KeyValuePair.Create(DemoSecret, (string?)UsualDemoSecret)])
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>The full path of the folder that everything is kept in.</summary>
    public static string DataDirectory(this WebApplicationBuilder builder) => builder.Configuration.DataDirectory();

    /// <inheritdoc cref="DataDirectory(WebApplicationBuilder)"/>
    public static string DataDirectory(this IConfiguration configuration) => Path.GetFullPath(configuration[Data]!);

    // First in the list of sources, so that every other source wins.
    private static void Default(WebApplicationBuilder builder, string key, string value) =>
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(
            0, new MemoryConfigurationSource { InitialData = [KeyValuePair.Create(key, (string?)value)] });

    private static string KeptPassword(string data)
    {
        Directory.CreateDirectory(data);
        var file = Path.Combine(data, PasswordFile);
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);
        File.WriteAllText(file, password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Console.WriteLine($"The dashboard's user is admin, its password {password} (printed once; kept in {file}).");
        return password;
    }
}
