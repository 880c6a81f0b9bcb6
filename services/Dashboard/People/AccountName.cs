using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Moderation.Contracts;

namespace Moderation.Dashboard.People;

/// <summary>What somebody is called at the desk, in the history of cases too.</summary>
internal static partial class AccountName
{
    /// <summary>The operators' account.</summary>
    public const string Admin = "admin";

    /// <summary>As whom <c>Dashboard:ApiToken</c> decides.</summary>
    public const string Api = "api";

    public const int MaxLength = 64;

    // These stand in the history of cases for what no person decided.
    private static readonly string[] _taken = [IDecision.Rules, IDecision.Import, Api, "author", "provider", "unknown"];

    /// <summary>Two to 64 letters, digits and <c>. _ - @</c> of any script; width and letter case do not count.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (typed is null || typed.Length > 2 * MaxLength)
        {
            return false;
        }

        // Normalize throws on a lone surrogate.
        var folded = string.Concat(typed.Trim().EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (!Form().IsMatch(folded) || _taken.Contains(folded, StringComparer.Ordinal))
        {
            return false;
        }

        name = folded;
        return true;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{1,63}\z")]
    private static partial Regex Form();
}
