using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Moderation.Hosting.Sites;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>
/// An author with one of these emails: <c>email: [someone@example.com, "@bad.example", 3f…]</c>. A domain means what is below it too;
/// 64 hex digits are the key that an author has on this site, so that no email need stand in a file.
/// </summary>
internal sealed partial class AuthorEmail(FrozenSet<string> addresses, string[] domains, FrozenSet<string> keys) : ICondition
{
    public static ICondition Read(Setting setting, RuleContext context)
    {
        var items = context.Items(setting).Select(item => (item, Text: item.Text().Trim().ToLowerInvariant())).ToList();
        if (items.FirstOrDefault(item => !item.Text.Contains('@', StringComparison.Ordinal) && !Key().IsMatch(item.Text)) is { item: { } wrong })
        {
            throw wrong.Wrong($"'{wrong.Written}' is no email; write someone@example.com, \"@example.com\" or an author's key");
        }

        var texts = items.Select(item => item.Text).ToList();
        return new AuthorEmail(
            texts.Where(text => text.IndexOf('@', StringComparison.Ordinal) > 0).ToFrozenSet(StringComparer.Ordinal),
            [.. texts.Where(text => text[0] == '@').Select(text => text[1..])],
            texts.Where(text => Key().IsMatch(text)).ToFrozenSet(StringComparer.Ordinal));
    }

    public bool? Holds(Draft draft)
    {
        if (draft.Text.Comment.Author.Email is not { Length: > 0 } written)
        {
            return false;
        }

        var email = Folded(written);
        if (addresses.Contains(email))
        {
            return true;
        }

        var host = email.AsSpan(email.LastIndexOf('@') + 1);
        foreach (var domain in domains)
        {
            if (host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return keys.Count > 0 && draft.Site is { } site && AuthorKey.Of(site, written) is { } key && keys.Contains(key);
    }

    // Normalize throws on a lone surrogate.
    private static string Folded(string email) =>
        (Ascii.IsValid(email) ? email : string.Concat(email.EnumerateRunes()).Normalize(NormalizationForm.FormKC)).Trim().ToLowerInvariant();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
