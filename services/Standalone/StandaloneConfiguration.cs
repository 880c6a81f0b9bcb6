using System.Security.Cryptography;
using Microsoft.Extensions.Configuration.Memory;

namespace Moderation.Standalone;

/// <summary>What Standalone assumes where nothing is configured.</summary>
internal static class StandaloneConfiguration
{
    private const string PasswordFile = "dashboard-password";

    public static void AddStandaloneConfiguration(this WebApplicationBuilder builder)
    {
        Default(builder, "urls", "http://localhost:8080");
        Default(builder, "Data:Directory", "data");
        Default(builder, "Sites:Secrets:demo", "demo-secret");
        if (string.IsNullOrEmpty(builder.Configuration["Dashboard:Password"]))
        {
            Default(builder, "Dashboard:Password", KeptPassword(builder.DataDirectory()));
        }
    }

    /// <summary>The full path of the folder that everything is kept in.</summary>
    public static string DataDirectory(this WebApplicationBuilder builder) => Path.GetFullPath(builder.Configuration["Data:Directory"]!);

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
