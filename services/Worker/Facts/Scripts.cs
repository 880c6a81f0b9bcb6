using System.Reflection;

namespace Moderation.Worker.Facts;

/// <summary>The Lua scripts beside this file.</summary>
internal static class Scripts
{
    public static readonly string ReadFacts = Read("read-facts.lua");
    public static readonly string RememberOutcome = Read("remember-outcome.lua");
    public static readonly string EraseAuthor = Read("erase-author.lua");

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
