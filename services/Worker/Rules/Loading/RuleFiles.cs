using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Moderation.Hosting;

namespace Moderation.Worker.Rules;

/// <summary>A file of the rules directory.</summary>
/// <param name="Name">Below the directory, with slashes: <c>words/en.txt</c>.</param>
/// <param name="Path">As the operator knows it.</param>
/// <param name="Text">What it says.</param>
internal sealed record RuleText(string Name, string Path, string Text);

/// <summary>All files that make up a ruleset.</summary>
internal sealed record RuleFiles(RuleText Rules, IReadOnlyList<RuleText> Words, string Hash)
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RuleFiles Read(string directory)
    {
        var rules = Path.Combine(directory, "rules", "rules.yaml");
        var words = Path.Combine(directory, "words");
        if (!File.Exists(rules))
        {
            throw new InvalidConfigurationException($"There is no file of rules at '{rules}'. Set Rules:Directory to a directory like seeds/.");
        }

        var names = Directory.Exists(words) ? Directory.GetFiles(words, "*.txt") : [];
        RuleText[] files = [ReadFile(directory, rules), .. names.Select(name => ReadFile(directory, name))];
        Array.Sort(files, (one, other) => string.CompareOrdinal(one.Name, other.Name));
        return new RuleFiles(files.First(file => file.Path == rules), [.. files.Where(file => file.Path != rules)], HashOf(files));
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
