using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Moderation.Dashboard;
using Moderation.Flow.Tests.Running;
using Moderation.Hosting.Stores;
using Moderation.Servers;

namespace Moderation.Flow.Tests;

/// <summary><c>verify-audit</c> of both programs, beside a server that runs.</summary>
public sealed partial class AuditCommands
{
    [Fact]
    public async Task Standalone_tells_whether_its_audit_holds_and_where_it_does_not()
    {
        var data = Directory.CreateTempSubdirectory("moderation-data-");
        string[] arguments = ["verify-audit", "--data", data.FullName];
        await using var server = new OwnProgram("standalone", Built.Standalone, ["--Data:Directory", data.FullName], Settings.With());
        await server.StartAsync();
        var website = new Website(server.Address, server.Address, server.Address);
        for (var number = 0; number < 3; number++)
        {
            var id = await website.SubmitAsync(NewComment.On("audited", $"बारिश {number} दिन और रहेगी, ऐसा लगता है।"));
            await Eventually.GetAsync(() => website.StatusAsync(id), status => status != "pending");
        }

        var holds = await HoldsAsync(() => StandaloneCommand.RunAsync("", arguments), 3);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.FullName, "dashboard.db")};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 10000; UPDATE audit_entries SET who = 'nobody' WHERE position = 2";
            await command.ExecuteNonQueryAsync();
        }

        var broken = await StandaloneCommand.RunAsync("", arguments);
        var unknownHead = await StandaloneCommand.RunAsync("", [.. arguments, "--head", Head().Match(holds.Output).Value]);
        var nowhere = await StandaloneCommand.RunAsync("", "verify-audit", "--data", Path.Combine(data.FullName, "nowhere"));

        Assert.Equal((1, "The audit is broken at entry 2: it was changed."), (broken.ExitCode, broken.Output.Trim()));
        Assert.Equal(1, unknownHead.ExitCode);
        Assert.Equal((1, ""), (nowhere.ExitCode, nowhere.Output));
        Assert.StartsWith("There is no audit to read in", nowhere.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_verifies_the_audit_in_PostgreSQL()
    {
        await using var server = await RealServers.PostgresAsync();
        var database = await server.CreateDatabaseAsync();
        var empty = await HostAsync(database);
        await using (var databases = new PostgresDatabases(database))
        {
            databases.Migrate("dashboard", typeof(DashboardModule).Assembly);
        }

        var holds = await HostAsync(database);
        var unknownHead = await HostAsync(database, "--head", new string('a', 64));
        var wrong = await HostAsync(database, "--heads");

        Assert.Equal((1, ""), (empty.ExitCode, empty.Output));
        Assert.Equal((0, $"The audit holds: 0 entries, the head is {new string('0', 64)}."), (holds.ExitCode, holds.Output.Trim()));
        Assert.Equal(1, unknownHead.ExitCode);
        Assert.Equal(2, wrong.ExitCode);
    }

    private static async Task<StandaloneCommand> HostAsync(string database, params string[] arguments)
    {
        var start = new ProcessStartInfo(OwnProgram.DotNet, [Built.Host, "verify-audit", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Postgres"] = database;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new StandaloneCommand(process.ExitCode, await output, await errors);
    }

    private static Task<StandaloneCommand> HoldsAsync(Func<Task<StandaloneCommand>> ask, int count) => Eventually.GetAsync(
        ask, answer => answer.ExitCode == 0 && answer.Output.StartsWith($"The audit holds: {count} entries, the head is ", StringComparison.Ordinal));

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Head();
}
