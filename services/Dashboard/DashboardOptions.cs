namespace Moderation.Dashboard;

/// <summary>The section <c>Dashboard</c> of the configuration.</summary>
internal sealed class DashboardOptions
{
    /// <summary>What the user <c>admin</c> signs in with. Required.</summary>
    public string Password { get; set; } = "";

    /// <summary>What programs send as <c>Authorization: Bearer</c>; without one they cannot call the API.</summary>
    public string? ApiToken { get; set; }
}
