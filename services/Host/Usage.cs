namespace Moderation.Host;

internal static class Usage
{
    public static int Print()
    {
        Console.Error.WriteLine(
            $"""
            Usage: host {string.Join('|', Service.ByName.Keys)} [--urls http://127.0.0.1:9002]
                   host health [http://127.0.0.1:8080]
                   host verify-audit [--head HASH]
            """);
        return 2;
    }
}
