using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using Moderation.Contracts;
using Moderation.Learning;
using Moderation.Worker.Learned;
using Moderation.Worker.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Worker.Tests;

/// <summary>How workers take over what was learned.</summary>
[Collection(RedisCollection.Name)]
public sealed class LearnedModelTests(RedisFixture fixture) : IAsyncLifetime, IDisposable
{
    private const int Database = 12;
    private static readonly TimeSpan _promised = TimeSpan.FromSeconds(2);
    private static readonly string _learned = RuleDirectory.With(
        """
        rules:
          - { id: LearnedAbuse, when: { learned: abuse }, score: 6.25, labels: [abuse], reason: { en: "{learned}: {learned-words}." } }
          - { id: Three, when: { words: [grommet] }, score: 3, labels: [abuse], reason: { en: "Three." } }
        """);

    private readonly RuleDirectory _rules = new(_learned);
    private readonly LearnerInRedis _learner = new(fixture.Redis, Database);
    private WorkerApplication _worker = null!;
    private WorkerApplication _other = null!;

    public async Task InitializeAsync()
    {
        await _learner.LoseAsync();
        await _learner.LoseAsync("other");
        _worker = await StartAsync();
        _other = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _other.DisposeAsync();
    }

    public void Dispose() => _rules.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_workers_judge_by_a_new_model_within_two_seconds_told_or_not(bool tells)
    {
        Assert.Equal(Model.Shipped.Version, await ModelOf(_worker));

        var took = await TakeAsync(1, SomeModel.Taught, tells);
        Assert.Equal("LearnedAbuse Three", await RulesOf(_other, SomeModel.Abuse));
        Assert.Equal("", await RulesOf(_other, SomeModel.Fine));
        var tookNext = await TakeAsync(2, SomeModel.Mistaught, tells);
        Assert.Equal("Three", await RulesOf(_other, SomeModel.Abuse));
        Assert.Equal("LearnedAbuse", await RulesOf(_other, SomeModel.Fine));

        Assert.All([took, tookNext], time => Assert.InRange(time, TimeSpan.Zero, _promised));
    }

    [Fact]
    public async Task A_version_gone_back_to_is_taken_over_too()
    {
        await TakeAsync(5, SomeModel.Mistaught);

        await TakeAsync(6, SomeModel.Taught);

        Assert.Equal("LearnedAbuse Three", await RulesOf(_worker, SomeModel.Abuse));
    }

    [Fact]
    public async Task A_model_is_one_sites_alone()
    {
        await TakeAsync(1, SomeModel.Taught);

        Assert.Equal(Model.Shipped.Version, await ModelOf(_worker, "other"));
    }

    [Fact]
    public async Task A_worker_that_starts_later_has_it_before_its_first_comment()
    {
        await _learner.WriteAsync(7, SomeModel.Taught, tells: false);

        await using var late = await StartAsync();

        Assert.Equal("LearnedAbuse Three", await RulesOf(late, SomeModel.Abuse));
    }

    [Fact]
    public async Task What_Redis_has_lost_stays_in_force()
    {
        await TakeAsync(1, SomeModel.Taught);

        await _learner.LoseAsync();
        // The next look of each has seen that it is gone when it has taken over another site's.
        await _learner.WriteAsync(1, SomeModel.Mistaught, "other");
        await Eventually.Get(() => ModelOf(_worker, "other"), model => model == SomeModel.Mistaught.Version);

        Assert.Equal("LearnedAbuse Three", await RulesOf(_worker, SomeModel.Abuse));
    }

    [Fact]
    public async Task A_damaged_model_is_refused_and_told_and_the_next_good_one_is_taken_over()
    {
        await TakeAsync(1, SomeModel.Taught);
        var damaged = SomeModel.Mistaught.Store();
        damaged[damaged.Length / 2] ^= 1;

        await _learner.WriteAsync(2, damaged);
        var told = await Eventually.Get(() => Health(_worker), health => health.Status == "Degraded");
        Assert.Equal("LearnedAbuse Three", await RulesOf(_worker, SomeModel.Abuse));
        await TakeAsync(3, SomeModel.Mistaught);

        Assert.Equal("The last good models stay in force. demo: The model is damaged: it is not as it was written.", told.Description);
        Assert.Equal("Healthy", (await Health(_worker)).Status);
    }

    [Theory]
    [InlineData("no model at all", "This is not a model: it was not written by 'train' or by the learner.")]
    [InlineData("", "This is not a model: it was not written by 'train' or by the learner.")]
    [InlineData("CMLM\u0003\u0013, and so on in a form that only a program of tomorrow reads", "This model was written by another version of the program; train it anew.")]
    public async Task What_is_no_model_is_logged_once_and_not_each_second(string stored, string reason)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"{fixture.ConnectionString},defaultDatabase={Database}");
        var (models, log) = (new ModelsInForce(Model.Shipped), new LinesLogged<SharedModelReader>());
        using var reader = new SharedModelReader(redis, SomeSites.List, models, TimeProvider.System, log);
        await _learner.WriteAsync(1, SomeModel.Taught);
        await reader.LookAsync();

        await _learner.WriteAsync(2, Encoding.UTF8.GetBytes(stored));
        await reader.LookAsync();
        await reader.LookAsync();

        Assert.Equal((1, SomeModel.Taught.Version), (models.VersionOf("demo"), models.For("demo").Version));
        Assert.Equal(
            [
                $"Version 1 of the model of site demo is in force: {SomeModel.Taught.Version}",
                $"Version 2 of the model of site demo is refused and the one before stays in force: {reason}",
            ],
            log.Lines);
    }

    [Fact]
    public async Task Redis_may_be_gone_and_the_model_stays_until_it_is_back_with_another()
    {
        await using var own = await EmptyRedis.StartAsync(_rules.Path);
        var learner = new LearnerInRedis(await ConnectionMultiplexer.ConnectAsync($"{own.Server.ConnectionString},abortConnect=false"));
        await learner.WriteAsync(1, SomeModel.Taught);
        await Eventually.Get(() => ModelOf(own.Worker), model => model == SomeModel.Taught.Version);

        await own.Server.StopAsync();
        var down = await own.Worker.Pipeline.JudgeAsync(SomeComment.With(SomeModel.Abuse));
        await own.Server.StartAsync();
        await Eventually.Get(async () => await TryWriteAsync(learner), isWritten => isWritten);
        await Eventually.Get(() => ModelOf(own.Worker), model => model == SomeModel.Mistaught.Version);
        learner.Redis.Multiplexer.Dispose();

        Assert.Equal(["LearnedAbuse", "LimitsDegraded", "Three"], down.Verdict.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Questions_of_the_desk_are_answered_by_the_same_models()
    {
        await TakeAsync(1, SomeModel.Taught);
        var (abuse, fine) = (SomeComment.With(SomeModel.Abuse), SomeComment.With(SomeModel.Fine));
        var without = new RulesOverlay { Rules = [new RuleChange { Rule = "LearnedAbuse", Mode = "off" }] };

        var asked = await _worker.Answers.ToAsync(new VerdictAsked { Comment = abuse });
        var preview = _worker.Answers.To(new PreviewAsked { Overlay = without, Comments = [abuse, fine] });

        Assert.Equal(SomeModel.Taught.Version, asked.Verdict.Model);
        Assert.Equal(["approve approve 1", "hold approve 1"], preview.Counts.Select(count => $"{count.From} {count.To} {count.Count}").Order(StringComparer.Ordinal));
        Assert.Equal(["LearnedAbuse"], Assert.Single(preview.Changes).Rules);
    }

    [Fact]
    public async Task Metrics_tell_which_model_is_in_force_and_what_it_says_of_submitted_comments()
    {
        var told = new List<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, _worker.Meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => told.Add((instrument.Name, value, Joined(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => told.Add((instrument.Name, value, Joined(tags))));
        listener.Start();
        await TakeAsync(41, SomeModel.Taught);

        await _worker.Pipeline.JudgeAsync(SomeComment.With(SomeModel.Fine));
        await _worker.Pipeline.JudgeAsync(SomeComment.With(SomeModel.Abuse), dryRun: true);
        listener.RecordObservableInstruments();

        Assert.Equal((41, "site=demo"), Only("moderation.model.version"));
        Assert.InRange(Only("moderation.model.age").Value, 0, double.MaxValue);
        var probabilities = told.Where(one => one.Name == "moderation.model.probability").ToList();
        Assert.Equal(["site=demo head=abuse", "site=demo head=spam"], probabilities.Select(one => one.Tags));
        Assert.All(probabilities, one => Assert.InRange(one.Value, 0, 0.5));

        (double Value, string Tags) Only(string name) => Assert.Single(told.Where(one => one.Name == name).Select(one => (one.Value, one.Tags)));
    }

    private static string Joined(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private static async Task<bool> TryWriteAsync(LearnerInRedis learner)
    {
        try
        {
            await learner.WriteAsync(2, SomeModel.Mistaught);
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private static async Task<string> RulesOf(WorkerApplication worker, string body)
    {
        var judgement = await worker.Pipeline.JudgeAsync(SomeComment.With(body), dryRun: true);
        return string.Join(' ', judgement.Verdict.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal));
    }

    private static async Task<string?> ModelOf(WorkerApplication worker, string site = "demo") =>
        (await worker.Pipeline.JudgeAsync(SomeComment.With(site: site), dryRun: true)).Verdict.Model;

    private static async Task<(string? Status, string? Description)> Health(WorkerApplication worker)
    {
        using var answer = await worker.Http.GetAsync("/health/ready");
        Assert.True(answer.IsSuccessStatusCode);
        var check = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty("models");
        return (check.GetProperty("status").GetString(), check.GetProperty("description").GetString());
    }

    /// <returns>How long it took from before the write until both judged by it.</returns>
    private async Task<TimeSpan> TakeAsync(long version, Model model, bool tells = true)
    {
        var clock = Stopwatch.StartNew();
        await _learner.WriteAsync(version, model, tells: tells);
        await Task.WhenAll(new[] { _worker, _other }.Select(worker => Eventually.Get(() => ModelOf(worker), known => known == model.Version)));
        return clock.Elapsed;
    }

    private Task<WorkerApplication> StartAsync() => WorkerApplication.StartAsync($"{fixture.ConnectionString},defaultDatabase={Database}", _rules.Path);
}
