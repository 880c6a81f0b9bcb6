namespace Moderation.Benchmarks.Flow;

/// <summary>The processes whose CPU time is counted, by the name they are reported under.</summary>
internal sealed class SystemProcesses
{
    private static readonly Dictionary<string, string> _servers = new(StringComparer.Ordinal)
    {
        ["beam.smp"] = "RabbitMQ",
        ["redis-server"] = "Redis",
        ["postgres"] = "PostgreSQL",
    };

    private readonly IReadOnlyList<(string Name, int Id)> _roots;

    private SystemProcesses(IReadOnlyList<(string Name, int Id)> roots) => _roots = roots;

    /// <summary>What runs before the servers are started, and is none of ours.</summary>
    public static IReadOnlySet<int> Running() => ProcessTimes.All().Select(process => process.Id).ToHashSet();

    public static SystemProcesses Find(IReadOnlyList<ServiceProcess> services, IReadOnlySet<int> others)
    {
        var all = ProcessTimes.All();
        var candidates = all.Where(process => _servers.ContainsKey(process.Name) && !others.Contains(process.Id)).ToList();
        var own = WithChildren(all, Environment.ProcessId);
        // In containers they are nobody's children here; then every new one is taken for ours.
        if (candidates.Any(process => own.Contains(process.Id)))
        {
            candidates.RemoveAll(process => !own.Contains(process.Id));
        }

        return new SystemProcesses(
        [
            .. services.Select(service => (service.Name, service.ProcessId)),
            .. candidates.Where(process => candidates.All(parent => parent.Id != process.Parent)).Select(process => (_servers[process.Name], process.Id)),
            ("load", Environment.ProcessId),
        ]);
    }

    /// <summary>The CPU time so far of each, together with its children.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Cpu()
    {
        var all = ProcessTimes.All();
        return _roots.GroupBy(root => root.Name, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.Aggregate(TimeSpan.Zero, (sum, root) => sum + CpuOf(all, root.Id)),
            StringComparer.Ordinal);
    }

    private static TimeSpan CpuOf(IReadOnlyList<ProcessTimes> all, int root)
    {
        // Everything else is a child of this process.
        var tree = root == Environment.ProcessId ? [root] : WithChildren(all, root);
        return all.Where(process => tree.Contains(process.Id)).Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Cpu);
    }

    private static HashSet<int> WithChildren(IReadOnlyList<ProcessTimes> all, int root)
    {
        var children = all.ToLookup(process => process.Parent, process => process.Id);
        var tree = new HashSet<int>();
        var rest = new Stack<int>([root]);
        while (rest.TryPop(out var id))
        {
            if (tree.Add(id))
            {
                Array.ForEach([.. children[id]], rest.Push);
            }
        }

        return tree;
    }
}
