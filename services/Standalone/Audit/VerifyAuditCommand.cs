using System.Data.Common;
using Moderation.Dashboard.Audit;
using Moderation.Hosting;
using Moderation.Hosting.Stores;
using Moderation.Standalone.Commands;

namespace Moderation.Standalone.Audit;

/// <summary><c>verify-audit [--head HASH] [--data DIR]</c>: whether the audit is the one that was written. Reads only, also while the server runs.</summary>
internal static class VerifyAuditCommand
{
    /// <returns>0 when it is, 1 when it is not.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["head", "data"]);
        var data = Path.GetFullPath(arguments["data"] ?? StandaloneConfiguration.OfCommands().DataDirectory());
        try
        {
            var verdict = await AuditVerification.VerifyAsync(new SqliteDatabases(data, isReadOnly: true), arguments["head"]);
            Console.WriteLine(verdict.Sentence);
            return verdict.Fault is null ? 0 : 1;
        }
        catch (DbException exception)
        {
            throw new InvalidConfigurationException($"There is no audit to read in '{data}' ({exception.Message.TrimEnd('.')}). Name the folder that Standalone keeps its data in.");
        }
    }
}
