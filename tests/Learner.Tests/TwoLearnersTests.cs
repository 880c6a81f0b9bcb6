using Dapper;
using Moderation.Contracts;
using Moderation.Hosting.Stores;
using Moderation.Learner.Tests.Setup;

namespace Moderation.Learner.Tests;

/// <summary>Two learners on one RabbitMQ, one Redis and one PostgreSQL.</summary>
public sealed class TwoLearnersTests : IAsyncLifetime
{
    private readonly string _site = $"site-{Guid.NewGuid():N}";
    private readonly List<LearnerHost> _learners = [];

    public async Task InitializeAsync()
    {
        var databases = await Stores.CreateAsync("PostgreSQL");
        await StartAsync(databases);
        await StartAsync(databases);
    }

    public async Task DisposeAsync()
    {
        foreach (var learner in _learners)
        {
            await learner.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_takes_all_there_is_and_the_other_takes_over_with_nothing_lost_or_learned_twice()
    {
        List<CommentTaught> lessons = [.. Teach.InTurn(0, 120, "asha", "ravi").Select(taught => taught with { Comment = taught.Comment with { SiteId = _site } })];
        await PublishAsync(lessons[..60]);
        await Eventually.TrueAsync(() => _learners.Sum(learner => learner.Taken) == 60, "all are worked off");
        var active = _learners.Single(learner => learner.Taken == 60);
        var idle = _learners.Single(learner => learner != active);
        Assert.Equal(0, idle.Taken);
        // Both follow the log, and each finds the model of the other.
        Assert.Equal((await active.SettledAsync(_site)).Model, (await idle.SettledAsync(_site)).Model);

        await PublishAsync(lessons[60..90]);
        _learners.Remove(active);
        await active.DisposeAsync();
        await PublishAsync(lessons[90..]);

        await Eventually.TrueAsync(async () => (await LogAsync(idle)).Count == 120, "the other has taken over");
        var (model, report) = await idle.SettledAsync(_site);
        Assert.Equal((60, 60), (report.Heads[0].Fine, report.Heads[0].Refused));
        await using var alone = await LearnerHost.StartAsync(await Stores.CreateAsync("SQLite"), [$"{_site}-alone"]);
        // What was on its way to the one who went away came later than what was behind it.
        var inOrder = (await LogAsync(idle)).Select(id => lessons.Single(taught => taught.Comment.CommentId.ToString() == id));
        await alone.SendAsync(inOrder.Select(taught => taught with { Comment = taught.Comment with { SiteId = $"{_site}-alone" } }));
        Assert.Equal((await alone.SettledAsync($"{_site}-alone")).Model, model);
    }

    private async Task StartAsync(Func<IDatabases> databases) =>
        _learners.Add(await LearnerHost.StartAsync(databases, [_site], rabbitMq: await Stores.RabbitMqAsync()));

    private async Task PublishAsync(IEnumerable<CommentTaught> lessons)
    {
        foreach (var lesson in lessons)
        {
            await _learners[^1].Bus.Publish(lesson);
        }
    }

    private static async Task<List<string>> LogAsync(LearnerHost learner)
    {
        await using var connection = await learner.Database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>("SELECT comment_id FROM lessons ORDER BY number")];
    }
}
