using System.Data.Common;
using Moderation.Dashboard.Audit;
using Moderation.Hosting.Stores;

namespace Moderation.Host;

/// <summary><c>verify-audit [--head HASH]</c>: whether the audit in PostgreSQL is the one that was written.</summary>
internal static class AuditCheck
{
    /// <returns>0 when it is, 1 when it is not or cannot be read, 2 when the command was called wrongly.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args is not ([] or ["--head", _]))
        {
            return Usage.Print();
        }

        var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        if (configuration.GetConnectionString("Postgres") is not { Length: > 0 } postgres)
        {
            await Console.Error.WriteLineAsync("The audit is in PostgreSQL. Set ConnectionStrings:Postgres (environment: ConnectionStrings__Postgres).");
            return 1;
        }

        try
        {
            await using var databases = new PostgresDatabases(postgres);
            var verdict = await AuditVerification.VerifyAsync(databases, args.ElementAtOrDefault(1));
            Console.WriteLine(verdict.Sentence);
            return verdict.Fault is null ? 0 : 1;
        }
        catch (DbException exception)
        {
            await Console.Error.WriteLineAsync($"The audit cannot be read: {exception.Message}");
            return 1;
        }
    }
}
