using Moderation.Hosting;

namespace Moderation.Standalone.Commands;

/// <summary>Ends a command that cannot do its work with a sentence instead of a stack trace.</summary>
internal static class Command
{
    /// <param name="command">Takes what follows its name, and returns the exit code.</param>
    /// <param name="args">What follows its name.</param>
    /// <returns>What the command returns; 1 when a file it needs is missing or wrong; 2 when it was called wrongly.</returns>
    public static async Task<int> Run(Func<string[], Task<int>> command, string[] args)
    {
        try
        {
            return await command(args);
        }
        catch (WrongUsageException exception)
        {
            return Usage.Refuse(exception.Message);
        }
        catch (InvalidConfigurationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
