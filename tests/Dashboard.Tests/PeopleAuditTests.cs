using Dapper;

namespace Moderation.Dashboard.Tests;

/// <summary>What the audit says of accounts, sessions and tokens.</summary>
public class PeopleAuditTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Every_act_is_written_down_with_who_did_it_to_whom(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var admin = await host.AdminAsync();
        using var asha = await host.SettledAsync(admin, "asha", "moderator", "demo");
        await admin.ChangeRoleAsync("asha", "moderator", "demo", "other");
        await admin.ActAsync("asha", "end");
        await admin.ActAsync("asha", "disable");
        await admin.ActAsync("asha", "enable");
        await admin.ActAsync("asha", "reset");
        await admin.MakeTokenAsync("importer", "decide", sites: "demo");
        await using var connection = await host.Database.OpenConnectionAsync();
        await SignIn.SubmitAsync(admin, "/dashboard/tokens", $"revoke-{connection.QuerySingle<string>("SELECT id FROM api_tokens")}");
        await admin.PostAsync(new Uri("/dashboard/logout", UriKind.Relative), SignIn.Form(await admin.GetStringAsync(People.Desk)));

        var said = Entries(connection);

        Assert.Equal(
            [
                "admin sign-in admin: password",
                "admin account-added asha: > moderator demo password",
                "asha sign-in asha: password",
                "asha password-changed asha:",
                "admin role-changed asha: moderator demo > moderator demo other",
                "admin session-ended asha: 1",
                "admin account-disabled asha:",
                "admin account-enabled asha:",
                "admin password-reset asha:",
                "admin token-made token: > decide demo importer",
                "admin token-revoked token: importer",
                "admin sign-out admin:",
            ],
            said);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_lock_is_written_down_once_and_never_what_was_typed(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        using var guesser = host.BrowserAt("127.0.0.2");
        using var another = host.BrowserAt("127.0.0.3");
        for (var wrong = 0; wrong < 8; wrong++)
        {
            await SignIn.WithAsync(guesser, "wrong", name: "admin");
            await SignIn.WithAsync(another, "wrong", name: "my-secret-password");
        }

        await using var connection = await host.Database.OpenConnectionAsync();

        Assert.Equal(["admin locked-out admin: address", "unknown locked-out unknown: address"], Entries(connection).Order());
        Assert.DoesNotContain("my-secret-password", string.Join('\n', Entries(connection)), StringComparison.Ordinal);
    }

    // Sealed or not yet.
    private static List<string> Entries(System.Data.Common.DbConnection connection) =>
    [
        .. connection.Query(
            """
            SELECT id, who, what, kind, subject, state_before AS before, state_after AS after, detail FROM audit_entries
            UNION ALL SELECT id, who, what, kind, subject, state_before, state_after, detail FROM audit_unsealed ORDER BY id
            """)
            .Select(entry => $"{entry.who} {entry.what} {(entry.kind == "token" ? "token" : entry.subject)}: {entry.before} {(entry.after is null ? "" : $"> {entry.after}")} {entry.detail}")
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, " +", " ").Trim()),
    ];
}
