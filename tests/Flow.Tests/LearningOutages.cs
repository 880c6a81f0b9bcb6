using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Moderation.Contracts;
using Moderation.Flow.Tests.Running;
using Moderation.Servers;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>What moderators teach while a server is away, or what it holds is damaged, is learned once and as if nothing had been.</summary>
[Collection(nameof(ServicesSystem))]
public sealed class LearningOutages(ServicesSystem system, ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    // More than the 50 of each that it takes, also when some are undone.
    private const int OfEach = 60;

    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);

    private readonly LearningDesk _learning = new(system.Dashboard.Address);
    private readonly Learned _learned = new(system.Database, system.Redis.ConnectionString);
    private int _before;
    private long _dead;
    private IReadOnlyList<string> _crashes = [];

    public async Task InitializeAsync()
    {
        if (await _learning.IsLeftOutAsync("admin"))
        {
            await ChangeAsync("take-in");
        }

        (_before, _dead, _crashes) = (await _learning.TaughtAsync(), await _learned.DeadAsync(), system.Crashes);
    }

    // For the other tests on this system.
    public async Task DisposeAsync()
    {
        output.WriteLine(system.Logs);
        await ChangeAsync("leave-out");
    }

    public void Dispose() => _learning.Dispose();

    [Fact]
    public async Task Redis_is_stopped_while_moderators_decide()
    {
        var desk = await system.SignInAsync();
        var (refused, fine) = (await system.HeldAsync("plimsorrel vundertack", OfEach), await system.HeldAsync("quillmere sandoway", OfEach));
        await DecideAsync(refused.Take(10), fine.Take(10));

        var away = await WithoutAsync(system.Redis, TimeSpan.FromSeconds(8), async () =>
        {
            for (var some = 10; some < OfEach; some += 10)
            {
                await DecideAsync(refused.Skip(some).Take(10), fine.Skip(some).Take(10));
                await Eventually.PassesAsync(TimeSpan.FromSeconds(1));
            }

            await _learned.HasAsync(refused.Concat(fine), 2 * OfEach);
            await SaysThatRedisIsDownAsync(desk);
        });
        var took = await AllHaveAsync(await _learned.NewestAsync());

        output.WriteLine($"{2 * OfEach} decisions, Redis away for {away.TotalSeconds:F1} s with {2 * OfEach - 20} of them; both workers and the desk had the model {took.TotalSeconds:F1} s after it was back.");
        Assert.InRange(took, TimeSpan.Zero, _soon);
        await IsAsLearnedFromNothingAsync([.. refused.Select(id => new WrittenLesson(id, 2, true, null)), .. fine.Select(id => new WrittenLesson(id, 2, false, false))]);

        async Task DecideAsync(IEnumerable<Guid> refused, IEnumerable<Guid> fine)
        {
            Assert.All(await desk.DecideAsync("reject", null, refused), decided => Assert.Equal("decided", decided.Result));
            Assert.All(await desk.DecideAsync("approve", null, fine), decided => Assert.Equal("decided", decided.Result));
        }
    }

    [Fact]
    public async Task PostgreSQL_is_stopped_while_decisions_are_on_their_way()
    {
        var lessons = Lessons("brindlewocket tarnish", "oakenfell mirrory");
        // Taken back while nothing can be written down, whether they were learned by then or not.
        var undone = lessons.Where((_, number) => number % 20 == 3).Select(Undone).ToList();
        await using var teacher = await Teacher.StartAsync(system.RabbitMq.ConnectionString);

        await teacher.TeachAsync(lessons.Take(100));
        // The others are on their way.
        await _learned.HasAsync(Ids(lessons), 10);
        var away = await WithoutAsync(system.Postgres, TimeSpan.FromSeconds(6), () => teacher.TeachAsync([.. lessons.Skip(100), .. undone]));
        var clock = Stopwatch.StartNew();
        var written = lessons.Concat(undone).Select(Written).ToList();
        await _learned.HasAsync(Ids(lessons), written.Count);

        output.WriteLine($"{written.Count} decisions, PostgreSQL away for {away.TotalSeconds:F1} s; all were in the log {clock.Elapsed.TotalSeconds:F1} s after it was back.");
        Assert.Equal(written, await _learned.LogAsync(Ids(lessons)));
        await AllHaveAsync(await _learned.NewestAsync());
        await IsAsLearnedFromNothingAsync(written);
    }

    [Fact]
    public async Task RabbitMQ_is_stopped_while_moderators_decide()
    {
        var desk = await system.SignInAsync();
        var held = await system.HeldAsync("gossamarl winterkin", 20);
        var lessons = Lessons("gossamarl fenwhistle", "larkenby dovetide");
        await using (var teacher = await Teacher.StartAsync(system.RabbitMq.ConnectionString))
        {
            await teacher.TeachAsync(lessons);
        }

        var away = await WithoutAsync(system.RabbitMq, TimeSpan.FromSeconds(8), async () =>
        {
            Assert.All(await desk.DecideAsync("reject", null, held), decided => Assert.Equal("decided", decided.Result));
            Assert.All(await desk.UndoAsync(2, held.Take(3)), undone => Assert.Equal("reversed", undone.Result));
        });
        var clock = Stopwatch.StartNew();
        List<WrittenLesson> written = [.. lessons.Select(Written), .. held.Select(id => new WrittenLesson(id, 2, true, null)), .. held.Take(3).Select(id => new WrittenLesson(id, 3, null, null))];
        await _learned.HasAsync(written.Select(lesson => lesson.CommentId).Distinct(), written.Count);

        output.WriteLine($"{held.Count} decisions, RabbitMQ away for {away.TotalSeconds:F1} s; all were in the log {clock.Elapsed.TotalSeconds:F1} s after it was back.");
        await AllHaveAsync(await _learned.NewestAsync());
        await IsAsLearnedFromNothingAsync(written);
    }

    [Fact]
    public async Task Somebody_writes_over_the_model_in_Redis()
    {
        var lessons = Lessons("thistlemar pondwick", "emberlyn castova");
        await using var teacher = await Teacher.StartAsync(system.RabbitMq.ConnectionString);
        await teacher.TeachAsync(lessons);
        await _learned.HasAsync(Ids(lessons), lessons.Count);
        var model = await _learned.NewestAsync();
        await AllHaveAsync(model);
        var before = await _learned.SharedAsync();

        await _learned.DamageSharedAsync();
        await system.Workers[1].KillAsync();
        await system.Workers[1].StartAsync();
        var (keeps, refuses) = (await CheckAsync(system.Workers[0]), await CheckAsync(system.Workers[1]));
        await system.Learner.KillAsync();
        await system.Learner.StartAsync();
        var took = await AllHaveAsync(model);

        output.WriteLine($"One worker kept the model, one started without; both had it {took.TotalSeconds:F1} s after the learner was ready.");
        Assert.Equal(("approve", model), (keeps.Outcome, keeps.Model));
        Assert.Equal(("approve", null), (refuses.Outcome, refuses.Model));
        Assert.Contains($"Version {before.Version} of the model of site demo is refused", system.Workers[1].WholeLog, StringComparison.Ordinal);
        var after = await _learned.SharedAsync();
        Assert.Equal(before.Model, after.Model);
        Assert.True(after.Version > before.Version, $"{after.Version} is no newer version than {before.Version}.");
        Assert.Empty(system.Crashes.Except(_crashes));
    }

    /// <returns>How long it was away.</returns>
    private static async Task<TimeSpan> WithoutAsync(IServer server, TimeSpan time, Func<Task> meanwhile)
    {
        await server.StopAsync();
        var outage = Stopwatch.StartNew();
        try
        {
            await meanwhile();
            await Eventually.LastsAsync(outage, time);
        }
        finally
        {
            await server.StartAsync();
        }

        return outage.Elapsed;
    }

    private static List<CommentTaught> Lessons(string refused, string fine) =>
        [.. Enumerable.Range(0, 2 * OfEach).Select(number => Teacher.Lesson($"{number}: {(number % 2 == 0 ? refused : fine)} {number * number}", number % 2 == 0))];

    private static CommentTaught Undone(CommentTaught lesson) => lesson with { Sequence = lesson.Sequence + 1, IsAbuse = null, IsSpam = null };

    private static WrittenLesson Written(CommentTaught lesson) => new(lesson.Comment.CommentId, lesson.Sequence, lesson.IsAbuse, lesson.IsSpam);

    private static IEnumerable<Guid> Ids(IEnumerable<CommentTaught> lessons) => lessons.Select(lesson => lesson.Comment.CommentId);

    /// <summary>Nothing is missing, doubled, dead or crashed, and a learner that begins with the log alone comes to the very same model.</summary>
    private async Task IsAsLearnedFromNothingAsync(IReadOnlyList<WrittenLesson> written)
    {
        var ids = written.Select(lesson => lesson.CommentId).Distinct().ToList();
        var log = await _learned.LogAsync(ids);
        Assert.Equal(written.OrderBy(Key), log.OrderBy(Key));
        var known = ids.Count(id => log.Where(lesson => lesson.CommentId == id).MaxBy(lesson => lesson.Sequence)!.IsAbuse is not null);
        Assert.Equal(_before + known, await _learning.TaughtAsync());
        var shared = await _learned.SharedAsync();
        Assert.Equal(shared.Version, await _learning.VersionAsync());

        await system.Learner.KillAsync();
        await _learned.LoseSharedAsync();
        await system.Learner.StartAsync();
        var again = await Eventually.GetAsync(_learned.SharedAsync, again => again.Version > 0);

        Assert.Equal(shared.Version, again.Version);
        Assert.Equal(shared.Model, again.Model);
        Assert.Equal(_before + known, await _learning.TaughtAsync());
        Assert.Equal(_dead, await _learned.DeadAsync());
        Assert.Empty(system.Crashes.Except(_crashes));
        output.WriteLine($"Version {again.Version}, {again.Model.Length} bytes, {_before + known} lessons on abuse, {_dead} dead messages before and after.");

        static string Key(WrittenLesson lesson) => $"{lesson.CommentId} {lesson.Sequence}";
    }

    /// <returns>How long it takes until Redis and both workers have a model, and the desk tells of it.</returns>
    private async Task<TimeSpan> AllHaveAsync(string model)
    {
        var clock = Stopwatch.StartNew();
        await Eventually.GetAsync(async () => Convert.ToHexStringLower(SHA256.HashData((await _learned.SharedAsync()).Model)), shared => shared.StartsWith(model, StringComparison.Ordinal));
        foreach (var worker in system.Workers)
        {
            await Eventually.GetAsync(() => CheckAsync(worker), answer => answer.Model == model);
        }

        await Eventually.GetAsync(_learning.StatusAsync, status => status is HttpStatusCode.OK);
        return clock.Elapsed;
    }

    private static Task<CheckAnswer> CheckAsync(OwnProgram worker) =>
        new Website(worker.Address, worker.Address, worker.Address).CheckAsync(NewComment.On("taught", "एक और बात"));

    private async Task SaysThatRedisIsDownAsync(Desk desk)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await _learning.ReadAsync();
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        var (ofApi, page) = (clock.Elapsed, await desk.ReadAsync("/dashboard/learning?site=demo"));

        output.WriteLine($"The API answered {(int)answer.StatusCode} {problem} after {ofApi.TotalMilliseconds:F0} ms, and the page its sentence after {clock.ElapsedMilliseconds} ms.");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Redis does not answer."), (answer.StatusCode, problem.GetProperty("title").GetString()));
        Assert.Contains("Redis does not answer, so it cannot be told what is learned.", page, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, _soon);
    }

    private async Task ChangeAsync(string change)
    {
        await _learning.AskAsync(new { site = "demo", change, moderator = "admin" });
        await Eventually.GetAsync(() => _learning.IsLeftOutAsync("admin"), isLeftOut => isLeftOut == (change == "leave-out"));
    }
}
