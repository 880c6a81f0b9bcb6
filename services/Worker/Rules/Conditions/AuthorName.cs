using System.Collections.Frozen;
using Moderation.Text;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>An author who goes by one of these names, whatever their case, width and spaces: <c>name: [Admin]</c>. It fills <c>{name}</c>.</summary>
internal sealed class AuthorName(FrozenSet<string> names) : ICondition
{
    public IReadOnlyList<string> Placeholders { get; } = ["name"];

    public static ICondition Read(Setting setting, RuleContext context) =>
        new AuthorName(context.Items(setting).Select(item => Folded(TextView.Decoded(item.Text()))).ToFrozenSet(StringComparer.Ordinal));

    public bool? Holds(Draft draft) => names.Count > 0 && names.Contains(Folded(draft.Text.Name));

    public void Explain(Draft draft, Evidence evidence)
    {
        var name = Quotes.Piece(draft.Text.Comment.Author.Name);
        evidence.Tell("name", name, name);
        evidence.Mark(Field.Name, new TextSpan(0, draft.Text.Comment.Author.Name.Length));
    }

    private static string Folded(TextView name)
    {
        var text = name.Text.Trim();
        return text.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;
    }
}
