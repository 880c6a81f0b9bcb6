using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Moderation.Learner.Tests.Setup;

namespace Moderation.Learner.Tests;

public class MetricsTests
{
    [Fact]
    public async Task Tell_what_was_taught_and_handed_on_and_how_well_decisions_are_told_beforehand()
    {
        var site = $"site-{Guid.NewGuid():N}";
        var told = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Moderation.Learner")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags, (old, more) => old + more));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags, (_, last) => last));
        listener.Start();
        await using var host = await LearnerHost.StartAsync(await Stores.CreateAsync("SQLite"), [site]);

        await host.SendAsync(Teach.InTurn(0, 40, "asha").Select(taught => taught with { Comment = taught.Comment with { SiteId = site } }));
        await host.SettledAsync(site);
        listener.RecordObservableInstruments();

        Assert.Equal(40, told["moderation.learner.lessons"]);
        Assert.InRange(told["moderation.learner.snapshots"], 1, 40);
        Assert.InRange(told["moderation.learner.accuracy abuse site"], 0.5, 1);
        Assert.InRange(told["moderation.learner.accuracy abuse start"], 0, 1);

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, Func<double, double, double> join)
        {
            string[] values = [.. tags.ToArray().Select(tag => $"{tag.Value}")];
            if (values.Contains(site))
            {
                told.AddOrUpdate(string.Join(' ', [instrument.Name, .. values.Where(tag => tag != site)]), value, (_, old) => join(old, value));
            }
        }
    }
}
