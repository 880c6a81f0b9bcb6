using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Moderation.Dashboard.Leases;

/// <summary>Nobody is on a case whose page cannot be heard. The circuit itself waits minutes for a page that may be dead.</summary>
internal sealed class LostPages(DeskLease lease) : CircuitHandler
{
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => lease.PauseAsync(cancellationToken);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => lease.ResumeAsync(cancellationToken);
}
