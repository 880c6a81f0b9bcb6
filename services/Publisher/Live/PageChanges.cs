using Moderation.Publisher.Answers;

namespace Moderation.Publisher.Live;

/// <summary>What changed on a page since a version, in the bytes that every reader is sent.</summary>
internal sealed record PageChanges : IAnswer
{
    /// <summary>Server-sent events; empty when nothing changed that the public sees.</summary>
    public required byte[] Events { get; init; }

    public required long Version { get; init; }

    /// <summary>Up to which version the events go; less than <see cref="Version"/> when more follow.</summary>
    public required long UpTo { get; init; }

    public long Bytes => Events.Length + 256;
}

/// <summary>Asks for everything that changed after this version.</summary>
internal sealed record ChangesAfter(long Version);
