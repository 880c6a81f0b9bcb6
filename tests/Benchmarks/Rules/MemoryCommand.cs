using System.Globalization;
using Moderation.Learning;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.Rules;

/// <summary>Prints how much memory a loaded ruleset, and a model, hold on to.</summary>
internal static class MemoryCommand
{
    public static int Run()
    {
        // What is made once a process, such as the tables of Unicode, is no part of a ruleset.
        _ = Ruleset.Read(Repository.Seeds);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ruleset = Ruleset.Read(Repository.Seeds);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(ruleset);

        var entries = ListedTexts.Entries().Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"A loaded ruleset of {ruleset.For("demo").Rules.Count} rules and {entries} words and phrases: {bytes / 1048576.0:0.0} MiB."));
        PrintModel();
        return 0;
    }

    private static void PrintModel()
    {
        var stored = SampleModel.Made().Store();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var model = Model.Read(stored);
        _ = model.Version;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(model);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"A model of one site: {bytes / 1048576.0:0.0} MiB, stored {stored.Length / 1048576.0:0.00} MiB."));
    }
}
