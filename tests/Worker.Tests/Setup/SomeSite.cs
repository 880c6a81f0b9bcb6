using System.Collections.Frozen;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Tests.Setup;

internal static class SomeSite
{
    /// <summary>A site of its own, so that tests on one server do not count each other's comments.</summary>
    public static Site New() => new()
    {
        Id = $"site-{Guid.NewGuid():N}",
        Name = "Site",
        Language = "hi",
        Origins = [],
        ClosedPages = FrozenSet<string>.Empty,
        Secret = "a-secret",
    };
}
