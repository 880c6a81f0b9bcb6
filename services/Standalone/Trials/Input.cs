using Moderation.Hosting;

namespace Moderation.Standalone.Trials;

/// <summary>Where comments to judge come from.</summary>
internal static class Input
{
    /// <param name="file">Its path; <c>-</c> or none for standard input.</param>
    /// <exception cref="InvalidConfigurationException">It cannot be read.</exception>
    public static Stream Open(string? file)
    {
        if (file is null or "-")
        {
            if (!Console.IsInputRedirected)
            {
                Console.Error.WriteLine("""Type comments, one a line, such as {"text": "Hello"}. Ctrl+D ends.""");
            }

            return Console.OpenStandardInput();
        }

        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"The file '{file}' cannot be read: {exception.Message}");
        }
    }
}
