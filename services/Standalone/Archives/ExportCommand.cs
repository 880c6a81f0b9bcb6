using System.Data.Common;
using Moderation.Dashboard.Cases;
using Moderation.Hosting;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Stores;
using Moderation.Standalone.Commands;

namespace Moderation.Standalone.Archives;

/// <summary>
/// <c>export [--site demo] [--private] [--data DIR] [FILE]</c>: every comment of a site, one a line as JSON, as <c>import</c> takes them. From
/// a data folder, or from the PostgreSQL of <c>ConnectionStrings:Postgres</c>.
/// </summary>
internal static class ExportCommand
{
    private const int BufferSize = 64 * 1024;

    /// <returns>0.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["site", "data"], flags: ["private"], takesFile: true);
        var configuration = StandaloneConfiguration.OfCommands();
        var id = arguments["site"] ?? "demo";
        if (!SiteList.WithoutSecrets(configuration).TryGet(id, out var site))
        {
            throw new WrongUsageException($"There is no site '{id}'.");
        }

        var (databases, place) = Cases(arguments["data"], configuration);
        await using var output = new BufferedStream(Open(arguments.File), BufferSize);
        var count = 0L;
        try
        {
            await foreach (var filed in FiledComments.ReadAsync(databases, id))
            {
                var comment = arguments.Has("private") ? ExportedComment.Whole(filed) : ExportedComment.Public(filed, site);
                await output.WriteAsync(comment.ToJson());
                output.WriteByte((byte)'\n');
                count++;
            }
        }
        catch (DbException exception)
        {
            throw new InvalidConfigurationException(
                $"There are no comments to read in {place} ({exception.Message.TrimEnd('.')}). Name the folder that Standalone keeps its data in, or ConnectionStrings:Postgres.");
        }

        await Console.Error.WriteLineAsync($"{count} comments of {id}{(arguments.Has("private") ? ", with email and IP addresses" : ", without what is private")}.");
        return 0;
    }

    private static (IDatabases Databases, string Place) Cases(string? data, IConfiguration configuration)
    {
        if (data is null && configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres)
        {
            return (new PostgresDatabases(postgres), "PostgreSQL");
        }

        data ??= configuration.DataDirectory();
        return (new SqliteDatabases(data, isReadOnly: true), $"'{data}'");
    }

    private static Stream Open(string? path)
    {
        if (path is null or "-")
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"The file '{path}' cannot be written: {exception.Message}");
        }
    }
}
