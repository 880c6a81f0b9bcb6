using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Moderation.Hosting;

/// <summary>Ends a program that is configured wrongly with a sentence instead of a stack trace.</summary>
public static class Startup
{
    /// <returns>0 after a clean stop; 2 when the operator has to change the configuration; what the program itself ended with otherwise.</returns>
    public static async Task<int> Run(Func<Task> program)
    {
        try
        {
            await program();
            return Environment.ExitCode;
        }
        catch (InvalidConfigurationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        catch (InvalidOperationException exception) when (exception.Source == typeof(ConfigurationBinder).Assembly.GetName().Name)
        {
            // A word where a number belongs; the message names the setting.
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
