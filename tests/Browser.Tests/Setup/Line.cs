using Microsoft.Playwright;

namespace Moderation.Browser.Tests.Setup;

/// <summary>The line between the page and its server, which can be cut, or swallow what is said.</summary>
internal sealed class Line
{
    private IWebSocketRoute? _socket;

    public bool IsWhole { get; set; } = true;

    public bool IsDeaf { get; set; }

    public async Task PutInAsync(IPage page)
    {
        await page.RouteAsync("**/_blazor/negotiate*", route => IsWhole ? route.ContinueAsync() : route.AbortAsync());
        await page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            _socket = socket;
            var server = socket.ConnectToServer();
            socket.OnMessage(frame => Pass(frame, server));
        });
    }

    public async Task CutAsync()
    {
        IsWhole = false;
        await _socket!.CloseAsync();
    }

    private void Pass(IWebSocketFrame frame, IWebSocketRoute server)
    {
        if (IsDeaf)
        {
            return;
        }

        if (frame.Binary is { } bytes)
        {
            server.Send(bytes);
        }
        else
        {
            server.Send(frame.Text!);
        }
    }
}
