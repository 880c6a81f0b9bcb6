using Moderation.Learning;
using Moderation.Text;

namespace Moderation.Standalone.Trials;

/// <summary>What a model says of a text.</summary>
/// <param name="Head">What about.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Words">What speaks most for it, where it stands in the text, the strongest first.</param>
internal sealed record Learned(Head Head, double Probability, IReadOnlyList<TextSpan> Words)
{
    private const double WorthExplaining = 0.2;

    public static IReadOnlyList<Learned> Of(Model model, string text)
    {
        var view = TextView.Decoded(text);
        var scored = model.Score(view);
        // Where hardly anything speaks for it, the words would only mislead.
        return
        [
            .. Enum.GetValues<Head>().Where(model.Knows)
                .Select(head => new Learned(head, scored[head], scored[head] < WorthExplaining ? [] : model.Explain(view, head))),
        ];
    }

    public string Name => Head.ToString().ToLowerInvariant();
}
