using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Contracts;
using Moderation.Dashboard.Numbers;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tests;

public class NumbersTests
{
    // A quarter past the hour: what was held at noon is of the hour before.
    private static readonly DateTimeOffset _now = Samples.Noon.AddMinutes(75);

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Tells_what_waits_and_what_was_decided(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime { Now = _now });
        using var program = host.Program();
        var held = Enumerable.Range(0, 5).Select(minute => Samples.Comment(at: Samples.Noon.AddMinutes(minute))).ToList();
        await host.FileAsync([.. held.Select(comment => comment.Held()), Samples.Comment().Approved(), Samples.Comment().Rejected()]);
        await DecideAsync(program, (held[1], "approve"), (held[2], "spam"), (held[3], "approve"));
        await DecideAsync(program, (held[3], "reject"));

        var numbers = await host.Services.GetRequiredService<NumbersReader>().CountAsync(SiteScope.All, default);

        Assert.Equal((2, TimeSpan.FromMinutes(75)), (numbers.Waiting, numbers.OldestWait));
        Assert.Equal((5, 0), (numbers.Hours[^2].Held, numbers.Hours[^2].Decided));
        Assert.Equal((0, 2, 2), (numbers.Hours[^1].Held, numbers.Hours[^1].Approved, numbers.Hours[^1].Rejected));
        Assert.Equal(4, numbers.DecidedLastHour);
        Assert.Equal((2, 1), (numbers.Approvals, numbers.Overturned));
        // The second of three: held a second after it was submitted two minutes after noon.
        Assert.Equal(TimeSpan.FromMinutes(73) - TimeSpan.FromSeconds(1), numbers.MedianTimeToDecide);
        Assert.Equal((14, numbers.MedianTimeToDecide), (numbers.Days.Count, numbers.Days[^1].MedianTimeToDecide));
        Assert.Equal([new ModeratorNumbers { Name = "api", Decided = 4, Approved = 2 }], numbers.Moderators);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_nothing_that_was_taken_back_in_time_or_came_from_elsewhere(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime { Now = _now });
        using var program = host.Program();
        var (undone, imported) = (Samples.Comment(), Samples.Comment());
        await host.FileAsync(undone.Held(), imported.Approved(by: IDecision.Import));
        await program.PostAsJsonAsync("/dashboard/api/decisions", new { decisions = new[] { new { id = undone.CommentId, decision = "approve", undoSeconds = 10 } } });
        await program.PostAsJsonAsync("/dashboard/api/undo", new { decisions = new[] { new { id = undone.CommentId, sequence = 2 } } });

        var numbers = await host.Services.GetRequiredService<NumbersReader>().CountAsync(SiteScope.All, default);

        Assert.Equal((1, 0, 0), (numbers.Waiting, numbers.Approvals, numbers.DecidedLastHour));
        Assert.Empty(numbers.Moderators);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Counts_the_sites_of_the_moderator_alone(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime { Now = _now });
        await host.FileAsync(Samples.Comment().Held(), Samples.Comment(site: "other").Held());
        var numbers = host.Services.GetRequiredService<NumbersReader>();

        Assert.Equal(2, (await numbers.CountAsync(SiteScope.All, default)).Waiting);
        Assert.Equal(1, (await numbers.CountAsync(SiteScope.Only(["other"]), default)).Hours[^2].Held);
        Assert.Equal(0, (await numbers.CountAsync(SiteScope.Only([]), default)).Waiting);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Tells_operators_the_same_as_metrics(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), new StoppedTime { Now = _now });
        using var program = host.Program();
        var (held, decided) = (Samples.Comment(), Samples.Comment());
        var finding = new Finding { Rule = "TooManyLinks", Score = 5, Reason = "3 links; the limit is 2.", Labels = [Labels.Links], Spans = [] };
        await host.FileAsync(held.Held(verdict: Samples.Verdict(5, finding)), decided.Held());
        await DecideAsync(program, (decided, "approve"));
        var told = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, host.Services.GetRequiredService<IMeterFactory>()))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => told[$"{instrument.Name} {(tags.Length > 0 ? tags[0].Value : "")}"] = value);
        listener.Start();

        await host.Services.GetServices<IHostedService>().OfType<MeasureDesk>().Single().MeasureAsync(default);
        listener.RecordObservableInstruments();

        Assert.Equal((1, 4500, 1, 0), (told["moderation.desk.waiting"], told["moderation.desk.oldest_wait"], told["moderation.desk.decided_hour"], told["moderation.desk.overturned"]));
        Assert.Equal(4499, told["moderation.desk.time_to_decide"]);
        Assert.Equal(1, told["moderation.rule.hits_day TooManyLinks"]);
    }

    private static async Task DecideAsync(HttpClient program, params (CommentSubmitted Comment, string Decision)[] decisions)
    {
        foreach (var (comment, decision) in decisions)
        {
            var filed = await program.FindCaseAsync(comment.CommentId);
            var answer = await program.PostAsJsonAsync(
                "/dashboard/api/decisions",
                new { decisions = new[] { new { id = comment.CommentId, decision, sequence = filed!["sequence"]!.GetValue<long>() } } });
            Assert.Equal("decided", (await answer.ReadAsync())["results"]![0]!.String("result"));
        }
    }
}
