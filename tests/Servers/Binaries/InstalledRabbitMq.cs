namespace Moderation.Servers.Binaries;

/// <summary>A RabbitMQ node that shares nothing with others on the machine: its own name, ports, cookie and port mapper.</summary>
internal sealed class InstalledRabbitMq(InstalledProgram epmd, int epmdPort, InstalledProgram broker) : IServerProgram
{
    private bool _epmdRuns;

    public string? Failure => epmd.Failure ?? broker.Failure;

    public static IServerProgram Prepare(int port)
    {
        // The wrapper in /usr/sbin would insist on root or the user rabbitmq.
        var server = Installed.Find("rabbitmq-server", "rabbitmq-server", "/usr/lib/rabbitmq/bin");
        var epmdPort = FreePort.Next();
        var epmd = new Command(Installed.Find("epmd", "rabbitmq-server"), "-port", $"{epmdPort}", "-address", "127.0.0.1");
        var scratch = new ScratchFolder();
        File.WriteAllText(scratch.File("plugins"), "[].\n");
        File.WriteAllText(scratch.File("rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            log.console = true
            log.file = false
            disk_free_limit.absolute = 50MB

            """);
        var broker = new Command(server) { Environment = Settings(scratch, port, epmdPort) };
        return new InstalledRabbitMq(
            new InstalledProgram(new ScratchFolder(), epmd, Signal.Terminate),
            epmdPort,
            new InstalledProgram(scratch, broker, Signal.Terminate));
    }

    public async Task StartAsync()
    {
        if (!_epmdRuns)
        {
            await StartEpmdAsync();
        }
        await broker.StartAsync();
    }

    public Task StopAsync() => broker.StopAsync();

    public Task KillAsync() => broker.KillAsync();

    public Task WipeAsync() => broker.WipeAsync();

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        await epmd.DisposeAsync();
    }

    // It has to be there before the broker, which would otherwise start one that nobody ends.
    private async Task StartEpmdAsync()
    {
        await epmd.StartAsync();
        await new RealServer(epmd, $"127.0.0.1:{epmdPort}", ct => Ask.PortAsync(epmdPort, ct)).AnsweredAsync();
        _epmdRuns = true;
    }

    private static Dictionary<string, string> Settings(ScratchFolder scratch, int port, int epmdPort) => new()
    {
        ["HOME"] = scratch.Path,
        ["ERL_EPMD_PORT"] = $"{epmdPort}",
        ["RABBITMQ_NODENAME"] = $"moderation-{port}@localhost",
        ["RABBITMQ_NODE_PORT"] = $"{port}",
        ["RABBITMQ_DIST_PORT"] = $"{FreePort.Next()}",
        ["RABBITMQ_MNESIA_BASE"] = scratch.File("data"),
        ["RABBITMQ_LOG_BASE"] = scratch.Path,
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = scratch.File("plugins"),
        ["RABBITMQ_CONFIG_FILE"] = scratch.File("rabbitmq.conf"),
        // Nothing of the machine's own broker is to be read.
        ["RABBITMQ_CONFIG_FILES"] = scratch.File("none"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = scratch.File("none"),
        ["RABBITMQ_CONF_ENV_FILE"] = scratch.File("none"),
        // The broker itself is then the process we start, not a child of a shell that passes signals on.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        // On few cores, idle schedulers that spin take the time the services need.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
    };
}
