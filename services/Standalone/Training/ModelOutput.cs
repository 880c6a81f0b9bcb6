using System.Globalization;
using Moderation.Hosting;
using Moderation.Learning;

namespace Moderation.Standalone.Training;

/// <summary>Where a model goes. It is asked for before the work begins, and replaces what is there only when the work is done.</summary>
internal sealed class ModelOutput : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _file;

    /// <exception cref="InvalidConfigurationException">Nothing can be written there.</exception>
    public ModelOutput(string path)
    {
        (_path, _unfinished) = (path, path + ".part");
        try
        {
            _file = Directory.Exists(path)
                ? throw new IOException("It is a folder.")
                : new FileStream(_unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"The file '{path}' cannot be written: {exception.Message}");
        }
    }

    /// <returns>A sentence that says what is there now.</returns>
    public string Write(Model model)
    {
        var stored = model.Store();
        _file.Write(stored);
        _file.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
        return string.Create(CultureInfo.InvariantCulture, $"The model {model.Version} is in {_path} ({stored.Length / 1024:N0} KiB).");
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_unfinished);
    }
}
