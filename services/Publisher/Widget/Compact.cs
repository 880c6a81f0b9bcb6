using System.Text.RegularExpressions;

namespace Moderation.Publisher.Widget;

/// <summary>Leaves out what browsers do not read. It knows our own style only: comments have lines of their own, and no text spans lines.</summary>
internal static partial class Compact
{
    public static string Script(string source) => ScriptMargin().Replace(source, "");

    public static string Styles(string source) => StyleSpace().Replace(Space().Replace(StyleComment().Replace(source, ""), " "), "$1").Trim();

    [GeneratedRegex(@"^\s*//.*\n|^\s+", RegexOptions.Multiline)]
    private static partial Regex ScriptMargin();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex StyleComment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(" ?([{};,]) ?|(?<=:) ")]
    private static partial Regex StyleSpace();
}
