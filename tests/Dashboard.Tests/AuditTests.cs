using System.Data.Common;
using Dapper;
using Moderation.Contracts;
using Moderation.Dashboard.Audit;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Tests;

public partial class AuditTests
{
    private const int Count = 20;

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Tells_who_decided_what_from_which_state_to_which(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await using var host = await DashboardHost.StartAsync(databases);
        using var program = host.Program();
        var (asked, imported, hers) = (Samples.Comment(), Samples.Comment(), Samples.Comment("बारिश आई", name: "आशा", email: "asha@example.com"));
        await host.FileAsync(asked.Held(), imported.Approved(by: IDecision.Import, at: Samples.Noon.AddYears(-7)), hers.Approved());
        await host.PublishAsync(asked.Held());

        await DecisionTests.DecideAsync(program, new { id = asked.CommentId, decision = "approve", note = "a note" });
        await DecisionTests.DecideAsync(program, new { id = asked.CommentId, decision = "spam", sequence = 2 });
        await host.EraseAsync(new AuthorErased
        {
            ErasureId = Guid.CreateVersion7(),
            SiteId = "demo",
            AuthorKey = Samples.AuthorKeyOf("asha@example.com"),
            ErasedAt = Samples.Noon.AddDays(1),
        });

        var entries = await SealedAsync(host.Database, 6);
        Assert.Equal(
            [("rules", "hold", null, "held"), ("api", "approve", "held", "approved"), ("api", "spam", "approved", "rejected")],
            Of(entries, asked.CommentId).Select(entry => (entry.Who, entry.What, entry.Before, entry.After)));
        Assert.Equal(Samples.Verdict().Ruleset, Of(entries, asked.CommentId).First().Detail);
        Assert.Equal(("import", "approve", null), Of(entries, imported.CommentId).Select(entry => (entry.Who, entry.What, entry.Detail)).Single());
        Assert.True(Of(entries, imported.CommentId).Single().Time > Samples.Noon, "an imported decision is written down when it comes in");
        Assert.Equal([("rules", "approve"), ("author", "erase")], Of(entries, hers.CommentId).Select(entry => (entry.Who, entry.What)));
        var text = string.Join('\n', entries);
        Assert.All(new[] { "आशा", "asha@example.com", "बारिश", "192.0.2.7", "a note" }, leak => Assert.DoesNotContain(leak, text, StringComparison.Ordinal));
        Assert.Null((await AuditVerification.VerifyAsync(databases())).Fault);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Neither_act_nor_entry_is_there_without_the_other(string store)
    {
        var database = (await MigratedAsync(store)).Source("dashboard");
        await using (var connection = await database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await AuditLog.AppendAsync(connection, transaction, Entry(1), default);
        }

        Assert.Equal(0, await new Sealer(database).SealAsync(default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Two_who_seal_at_once_make_one_chain(string store)
    {
        var databases = await MigratedAsync(store);
        var database = databases.Source("dashboard");
        var writing = Task.Run(async () =>
        {
            for (var number = 0; number < 1_000; number += 10)
            {
                await AppendAsync(database, Enumerable.Range(number, 10));
            }
        });
        var sealers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var (sealer, count) = (new Sealer(database), 0);
            while (!writing.IsCompleted)
            {
                count += await sealer.SealAsync(default);
            }

            return count;
        }));

        var counts = await Task.WhenAll(sealers);
        await writing;
        var rest = await new Sealer(database).SealAsync(default);

        Assert.Equal(1_000, counts.Sum() + rest);
        var verdict = await AuditVerification.VerifyAsync(databases);
        Assert.Equal((1_000, null), (verdict.Entries, verdict.Fault));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Who_dies_while_sealing_leaves_all_to_the_next(string store)
    {
        var databases = await MigratedAsync(store);
        var database = databases.Source("dashboard");
        await AppendAsync(database, Enumerable.Range(0, Count));
        await using (var connection = await database.OpenConnectionAsync())
        {
            // As when the process is killed in the midst of its transaction.
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("UPDATE audit_head SET position = 7, hash = 'half'; DELETE FROM audit_unsealed", transaction: transaction);
        }

        Assert.Equal(Count, await new Sealer(database).SealAsync(default));
        Assert.Equal((Count, null), await VerifiedAsync(databases));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sees_any_change_of_an_entry(string store)
    {
        var databases = await ChainAsync(store);
        foreach (var column in new[] { "id", "who", "what", "kind", "subject", "state_before", "state_after", "detail", "hash", "previous_hash" })
        {
            await using var connection = await databases.Source("dashboard").OpenConnectionAsync();
            var before = await connection.QuerySingleAsync<string?>($"SELECT {column} FROM audit_entries WHERE position = 7");
            await connection.ExecuteAsync($"UPDATE audit_entries SET {column} = 'x' WHERE position = 7");

            Assert.Equal((6, AuditFault.Changed, 7L), await BrokenAsync(databases));
            await connection.ExecuteAsync($"UPDATE audit_entries SET {column} = @before WHERE position = 7", new { before });
        }

        await ExecuteAsync(databases, "UPDATE audit_entries SET at = at + 1 WHERE position = 7");
        Assert.Equal((6, AuditFault.Changed, 7L), await BrokenAsync(databases));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sees_that_a_field_went_over_into_the_next(string store)
    {
        var databases = await ChainAsync(store);

        await ExecuteAsync(databases, "UPDATE audit_entries SET who = 'adm', what = 'inapprove' WHERE position = 7");

        Assert.Equal((6, AuditFault.Changed, 7L), await BrokenAsync(databases));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sees_a_removed_entry(string store)
    {
        var databases = await ChainAsync(store);

        await ExecuteAsync(databases, "DELETE FROM audit_entries WHERE position = 7");

        Assert.Equal((6, AuditFault.Removed, 7L), await BrokenAsync(databases));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sees_that_two_entries_changed_places(string store)
    {
        var databases = await ChainAsync(store);

        await ExecuteAsync(databases, """
            UPDATE audit_entries SET position = -1 WHERE position = 7;
            UPDATE audit_entries SET position = 7 WHERE position = 12;
            UPDATE audit_entries SET position = 12 WHERE position = -1
            """);

        Assert.Equal((6, AuditFault.Reordered, 7L), await BrokenAsync(databases));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sees_an_entry_that_was_written_anew_with_its_hash(string store)
    {
        var databases = await ChainAsync(store);
        var database = databases.Source("dashboard");
        var forged = (await EntriesAsync(database)).Single(entry => entry.Position == 7) with { Who = "somebody else" };

        await ExecuteAsync(databases, $"UPDATE audit_entries SET who = 'somebody else', hash = '{forged.HashAt(7)}' WHERE position = 7");

        Assert.Equal((7, AuditFault.Replaced, 8L), await BrokenAsync(databases));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Sees_that_the_end_is_gone_by_a_head_noted_elsewhere(string store)
    {
        var databases = await ChainAsync(store);
        var noted = (await AuditVerification.VerifyAsync(databases)).Head;
        var earlier = (await EntriesAsync(databases.Source("dashboard"))).Single(entry => entry.Position == 7).Hash;

        await ExecuteAsync(databases, "DELETE FROM audit_entries WHERE position > 15");
        var withoutItsHead = await BrokenAsync(databases);
        await ExecuteAsync(databases, "UPDATE audit_head SET position = 15, hash = (SELECT hash FROM audit_entries WHERE position = 15)");

        Assert.Equal((15, AuditFault.Removed, 16L), withoutItsHead);
        Assert.Null((await AuditVerification.VerifyAsync(databases)).Fault);
        Assert.Null((await AuditVerification.VerifyAsync(databases, earlier.ToUpperInvariant())).Fault);
        Assert.Equal(AuditFault.HeadMissing, (await AuditVerification.VerifyAsync(databases, noted)).Fault);
    }

    [Fact]
    public void Hashes_the_documented_form()
    {
        var entry = new SealedEntry(1, "i", 5, "संपादक", "approve", "comment", "c", null, "approved", "", SealedEntry.NoHash, "");

        var form = $"18:moderation-audit/1\n1:1\n64:{SealedEntry.NoHash}\n1:i\n1:5\n18:संपादक\n7:approve\n7:comment\n1:c\n-\n8:approved\n0:\n";
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(form))), entry.HashAt(1));
    }

    private static async Task<IDatabases> MigratedAsync(string store)
    {
        var databases = (await Tests.Stores.CreateAsync(store))();
        databases.Migrate("dashboard", typeof(DashboardModule).Assembly);
        return databases;
    }

    private static async Task<IDatabases> ChainAsync(string store)
    {
        var databases = await MigratedAsync(store);
        await AppendAsync(databases.Source("dashboard"), Enumerable.Range(0, Count));
        await new Sealer(databases.Source("dashboard")).SealAsync(default);
        Assert.Equal((Count, null), await VerifiedAsync(databases));
        return databases;
    }

    private static AuditEntry Entry(int number) => new()
    {
        At = Samples.Noon.AddMinutes(number),
        Who = "admin",
        What = "approve",
        Kind = "comment",
        Subject = $"comment-{number}",
        Before = "held",
        After = "approved",
        Detail = "a detail",
    };

    private static Task AppendAsync(DbDataSource database, IEnumerable<int> numbers) => AppendAsync(database, [.. numbers.Select(Entry)]);

    private static async Task AppendAsync(DbDataSource database, params AuditEntry[] entries)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var entry in entries)
        {
            await AuditLog.AppendAsync(connection, transaction, entry, default);
        }

        await transaction.CommitAsync();
    }

    private static async Task ExecuteAsync(IDatabases databases, string sql)
    {
        await using var connection = await databases.Source("dashboard").OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    private static async Task<(long Entries, AuditFault? Fault)> VerifiedAsync(IDatabases databases)
    {
        var verdict = await AuditVerification.VerifyAsync(databases);
        return (verdict.Entries, verdict.Fault);
    }

    private static async Task<(long Entries, AuditFault? Fault, long? At)> BrokenAsync(IDatabases databases)
    {
        var verdict = await AuditVerification.VerifyAsync(databases);
        return (verdict.Entries, verdict.Fault, verdict.BrokenAt);
    }

    private static async Task<IReadOnlyList<SealedEntry>> SealedAsync(DbDataSource database, int count)
    {
        await Eventually.TrueAsync(async () => (await EntriesAsync(database)).Count >= count, $"{count} entries are sealed");
        return await EntriesAsync(database);
    }

    private static async Task<IReadOnlyList<SealedEntry>> EntriesAsync(DbDataSource database)
    {
        var entries = new List<SealedEntry>();
        await foreach (var entry in new AuditReader(database).ReadAsync(new AuditQuery(), default))
        {
            entries.Insert(0, entry);
        }

        return entries;
    }

    private static IEnumerable<SealedEntry> Of(IEnumerable<SealedEntry> entries, Guid comment) => entries.Where(entry => entry.Subject == comment.ToString());
}
