using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Dashboard.Audit;

/// <summary>An entry in its place in the chain.</summary>
internal sealed record SealedEntry(
    long Position, string Id, long At, string Who, string What, string Kind, string Subject,
    string? Before, string? After, string? Detail, string PreviousHash, string Hash)
{
    /// <summary>The <see cref="PreviousHash"/> of the first entry.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>In the order of the record's own parameters.</summary>
    public const string Columns =
        "position, id, at, who, what, kind, subject, state_before AS before, state_after AS after, detail, previous_hash AS previousHash, hash";

    private const string Form = "moderation-audit/1";

    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds(At);

    /// <summary>
    /// SHA-256, in lower-case hex, of the canonical form: each of <c>moderation-audit/1</c>, position, previous hash, id, time in Unix milliseconds, who,
    /// what, kind, subject, state before, state after and detail, in UTF-8, as its length in bytes, a colon, the bytes and a line feed; a missing one as a
    /// hyphen and a line feed. Numbers are decimal.
    /// </summary>
    public string HashAt(long position)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in new[]
        {
            Form, position.ToString(CultureInfo.InvariantCulture), PreviousHash, Id, At.ToString(CultureInfo.InvariantCulture),
            Who, What, Kind, Subject, Before, After, Detail,
        })
        {
            hash.AppendData(Encoding.UTF8.GetBytes(field is null ? "-\n" : $"{Encoding.UTF8.GetByteCount(field)}:{field}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
