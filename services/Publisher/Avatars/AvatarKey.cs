using Moderation.Hosting.Sites;

namespace Moderation.Publisher.Avatars;

/// <summary>Names an author's picture after the public name alone: the same name on a site, the same picture.</summary>
internal static class AvatarKey
{
    /// <summary>In hex digits; 64 bits.</summary>
    private const int Length = 16;

    public static string Of(string publicName, Site site) => site.KeyedHash("avatar", publicName.ToLowerInvariant())[..Length];

    /// <summary>Relative to this service.</summary>
    public static string Address(string key) => $"/v1/avatars/{key}.svg";

    public static bool IsKey(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
