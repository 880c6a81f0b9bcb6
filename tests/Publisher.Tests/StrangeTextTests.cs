using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class StrangeTextOnSqliteTests : StrangeTextTests<SqliteStore>;

/// <summary>No text makes the publisher fail.</summary>
public abstract class StrangeTextTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    [Theory]
    [MemberData(nameof(StrangeTexts.All), MemberType = typeof(StrangeTexts))]
    public async Task Publishes_and_serves_any_text(string kind)
    {
        var text = StrangeTexts.Of(kind);

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(text, name: text, url: $"https://example.com/{text}")));

        var items = await Publisher.ItemsAsync();
        Assert.Single(items);
        Assert.All(
            [items[0].GetProperty("text").GetString()!, items[0].GetProperty("author").GetProperty("name").GetString()!],
            served => Assert.Equal(PublicText.Clean(served), served));
    }
}
