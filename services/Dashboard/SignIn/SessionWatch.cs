using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging;

namespace Moderation.Dashboard.SignIn;

/// <summary>
/// Looks every two seconds whether the session of an open page still stands. If it ended, or the account may do other things than when the page
/// was opened, nothing that the page asks for is done any more, and it is loaded again: as it is now allowed, or as the login page.
/// </summary>
internal sealed class SessionWatch(
    CheckSession check, AuthenticationStateProvider signedIn, NavigationManager navigation, TimeProvider time, ILogger<SessionWatch> logger)
    : CircuitHandler, IDisposable
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _closed = new();
    private volatile bool _isOver;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await signedIn.GetAuthenticationStateAsync()).User;
        _ = WatchAsync(user);
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => _isOver ? Task.CompletedTask : next(activity);

    // The page was away when it was told.
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_isOver)
        {
            navigation.Refresh(forceReload: true);
        }

        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => _closed.CancelAsync();

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task WatchAsync(ClaimsPrincipal user)
    {
        using var ticks = new PeriodicTimer(_step, time);
        try
        {
            do
            {
                _isOver = !await StandsAsync(user);
            }
            while (!_isOver && await ticks.WaitForNextTickAsync(_closed.Token));

            logger.LogInformation("The session of an open page has ended or changed");
            navigation.Refresh(forceReload: true);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private async Task<bool> StandsAsync(ClaimsPrincipal user)
    {
        try
        {
            return await check.NowAsync(user, _closed.Token) is { } session && session.IsStill(user);
        }
        catch (DbException)
        {
            // Nothing can be decided while the database is down.
            return true;
        }
    }
}
