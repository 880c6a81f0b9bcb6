using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Rules.Overlays;

namespace Moderation.Worker.Rules.Loading;

/// <summary>A file of the rules directory.</summary>
/// <param name="Name">Below the directory, with slashes: <c>words/abuse.en.txt</c>.</param>
/// <param name="Path">As the operator knows it.</param>
/// <param name="Text">What it says.</param>
internal sealed record RuleText(string Name, string Path, string Text);

/// <summary>All files that make up a ruleset.</summary>
/// <param name="Rules">The shared rules, in the order of their names.</param>
/// <param name="Sites">The rules of single sites, by the site's id.</param>
/// <param name="Words">The word lists.</param>
internal sealed record RuleFiles(IReadOnlyList<RuleText> Rules, IReadOnlyDictionary<string, RuleText> Sites, IReadOnlyList<RuleText> Words)
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Lower-case hex SHA-256 of the names and contents of the shared files, of the site's own if it has one, and of the desk's changes if there are any.</summary>
    public string HashFor(string? site, RulesOverlay overlay)
    {
        var files = Rules.Concat(Words);
        files = site is not null && Sites.TryGetValue(site, out var own) ? files.Append(own) : files;
        return HashOf(OverlayText.Of(overlay, site) is { Length: > 0 } changes ? files.Append(new RuleText("desk", "", changes)) : files);
    }

    /// <exception cref="InvalidConfigurationException">There are no rules, or a file cannot be read.</exception>
    public static RuleFiles Read(string directory)
    {
        var rules = TextsOf(directory, "rules", "*.yaml");
        return rules.Count > 0
            ? new RuleFiles(
                rules,
                TextsOf(directory, Path.Combine("rules", "sites"), "*.yaml").ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), StringComparer.Ordinal),
                TextsOf(directory, "words", "*.txt"))
            : throw new InvalidConfigurationException(
                $"There are no rules in '{Path.Combine(directory, "rules")}'. Set Rules:Directory to a directory like seeds/.");
    }

    /// <summary>What <see cref="Read"/> would read, by path.</summary>
    public static IReadOnlyList<string> Paths(string directory) =>
    [
        .. PathsOf(directory, "rules", "*.yaml"),
        .. PathsOf(directory, Path.Combine("rules", "sites"), "*.yaml"),
        .. PathsOf(directory, "words", "*.txt"),
    ];

    private static List<RuleText> TextsOf(string directory, string folder, string pattern) =>
        [.. PathsOf(directory, folder, pattern).Select(path => ReadFile(directory, path))];

    private static IReadOnlyList<string> PathsOf(string directory, string folder, string pattern)
    {
        var full = Path.Combine(directory, folder);
        return Directory.Exists(full) ? [.. Directory.GetFiles(full, pattern).Order(StringComparer.Ordinal)] : [];
    }

    private static RuleText ReadFile(string directory, string path)
    {
        try
        {
            return new RuleText(Path.GetRelativePath(directory, path).Replace('\\', '/'), path, _strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidConfigurationException($"{path} is not UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static string HashOf(IEnumerable<RuleText> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[4];
        foreach (var part in files.SelectMany(file => new[] { file.Name, file.Text }))
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            // Lengths between the parts: no two sets of files read the same.
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
