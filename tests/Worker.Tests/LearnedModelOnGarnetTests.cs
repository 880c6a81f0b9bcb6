using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Moderation.Hosting.Sites;
using Moderation.Learning;
using Moderation.Worker.Learned;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

/// <summary>The Redis that Standalone carries inside has to hold models, too.</summary>
public sealed class LearnedModelOnGarnetTests(GarnetFixture fixture) : IClassFixture<GarnetFixture>
{
    [Fact]
    public async Task A_model_as_large_as_they_get_is_taken_over_again_and_again()
    {
        var models = new ModelsInForce(Model.Shipped);
        using var reader = new SharedModelReader(fixture.Redis, Sites(), models, TimeProvider.System, NullLogger<SharedModelReader>.Instance);
        var (learner, large) = (new LearnerInRedis(fixture.Redis), SomeModel.Large());
        Assert.InRange(large.Store().Length, 500_000, 2_000_000);

        for (var version = 1; version <= 100; version += 2)
        {
            await learner.WriteAsync(version, SomeModel.Taught);
            await learner.WriteAsync(version + 1, large);
        }

        await reader.LookAsync();

        Assert.Equal((100, large.Version), (models.VersionOf("demo"), models.For("demo").Version));
        Assert.Equal(LearnerInRedis.MadeAt, models.OfSites["demo"].MadeAt);
    }

    private static SiteList Sites() => SiteList.WithoutSecrets(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("Sites:File", (string?)Path.Combine(AppContext.BaseDirectory, "Setup", "sites.yaml"))])
        .Build());
}
