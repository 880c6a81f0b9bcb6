using System.Net.Http.Headers;
using Moderation.Hosting;
using Moderation.Standalone.Commands;
using Spectre.Console;

namespace Moderation.Standalone.Archives;

/// <summary><c>import [--url http://localhost:8080] [--site demo] [--secret demo-secret] FILE</c>: brings the comments of an archive to a server that runs.</summary>
internal static class ImportCommand
{
    /// <returns>0 when every comment of the archive is there now, else 1.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["url", "site", "secret"], takesFile: true);
        if (arguments.File is not { } path)
        {
            throw new WrongUsageException("Name the archive: a file of JSON Lines, WordPress's export or Disqus's.");
        }

        await using var file = Open(path);
        using var http = new HttpClient { BaseAddress = arguments.Address("url", "http://localhost:8080") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", arguments["secret"] ?? "demo-secret");
        var report = new ImportReport(TimeProvider.System, Console.Error);
        var importer = new Importer(http, arguments["site"] ?? "demo", report, TimeProvider.System);
        var entries = Archive.Read(file);
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var reading = progress.AddTask("Importing", maxValue: file.Length);
                foreach (var entry in entries)
                {
                    await importer.Add(entry);
                    reading.Value = file.Position;
                }

                await importer.Flush();
                reading.Value = file.Length;
            });
        Console.WriteLine(report.InWords());
        return report.Skipped == 0 ? 0 : 1;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"The file '{path}' cannot be read: {exception.Message}");
        }
    }
}
