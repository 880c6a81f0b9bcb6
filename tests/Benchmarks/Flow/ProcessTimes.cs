using System.Globalization;

namespace Moderation.Benchmarks.Flow;

/// <summary>What <c>/proc/&lt;pid&gt;/stat</c> tells of a process.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Parent">The parent's process id.</param>
/// <param name="Name">At most 15 characters of the program's name.</param>
/// <param name="Cpu">User and system time, with that of children that have ended.</param>
internal sealed record ProcessTimes(int Id, int Parent, string Name, TimeSpan Cpu)
{
    // Linux shows times in hundredths of a second on every platform (USER_HZ).
    public const double TicksPerSecond = 100;

    public static IReadOnlyList<ProcessTimes> All() =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Of(id) : null)
            .OfType<ProcessTimes>()];

    /// <returns>Null when it has ended.</returns>
    public static ProcessTimes? Of(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // The name is in brackets and may contain any character.
            var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
            var fields = stat[(close + 2)..].Split(' ');
            // Fields 14 to 17 of proc_pid_stat(5): utime, stime, cutime, cstime; fields[0] is field 3.
            var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            return new ProcessTimes(
                id, int.Parse(fields[1], CultureInfo.InvariantCulture), stat[(open + 1)..close], TimeSpan.FromSeconds(ticks / TicksPerSecond));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
