using Moderation.Servers.Binaries;

namespace Moderation.Servers;

/// <summary>Starts our own programs, each a process with a working folder of its own that ends with the tests.</summary>
public static class OurPrograms
{
    private const int Tries = 3;

    /// <summary>Starts a program on a free loopback port and returns when it is ready.</summary>
    /// <param name="assembly">The full path of the program's <c>.dll</c>.</param>
    /// <param name="arguments">Its arguments; <c>--urls</c> is added to them.</param>
    /// <param name="environment">What it gets on top of our own environment.</param>
    /// <returns>The running program; its <see cref="IServer.ConnectionString"/> is its address, such as <c>http://127.0.0.1:4711</c>.</returns>
    public static async Task<IServer> StartAsync(
        string assembly, IReadOnlyList<string>? arguments = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = Prepare(assembly, arguments ?? [], environment ?? new Dictionary<string, string>());
            try
            {
                await server.StartAsync();
                return server;
            }
            // Somebody may have taken the port in between.
            catch (Exception) when (attempt < Tries)
            {
                await server.DisposeAsync();
            }
            catch (Exception)
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    private static RealServer Prepare(string assembly, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var command = new Command("dotnet", [assembly, .. arguments, "--urls", address]) { Environment = environment };
        return new RealServer(new InstalledProgram(new ScratchFolder(), command, Signal.Terminate), address, ct => Ask.ReadyAsync(address, ct));
    }
}
