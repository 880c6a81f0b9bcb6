namespace Moderation.Browser.Tests.Setup;

/// <summary>The tests that share the browser. They run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "one browser";
}
