using System.Globalization;
using Moderation.Contracts;
using Moderation.Learning;
using Moderation.Worker;
using Moderation.Worker.Trials;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary>Verdicts for a person, each with what the model says: probabilities, and the text with the words that moved them.</summary>
internal sealed class LearnedTable(IAnsiConsole console, Model model) : IVerdicts
{
    private const int Indent = 2;
    private const int MostLines = 3;
    private static readonly Style _dim = new(decoration: Decoration.Dim);

    public void Write(TrialComment comment, Judgement? judgement)
    {
        if (judgement is null)
        {
            console.WriteLine(Printable.Of(comment.Refusal!), Color.Red);
            return;
        }

        var (outcome, verdict) = judgement;
        console.Write(new Paragraph()
            .Append(outcome.Word(), outcome.Color())
            .Append($" {verdict.Score.InWords()}  {string.Join(", ", verdict.Findings.Select(finding => $"{finding.Rule} {finding.Score.InWords()}"))}  ")
            .Append(Printable.Of(comment.Name), _dim)
            .Append("\n"));
        foreach (var learned in Learned.Of(model, comment.Comment!.Body))
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{learned.Name}: {learned.Probability:0.0 %}"));
            if (learned.Words.Count > 0)
            {
                var marks = learned.Words.Select(word => new Span { Field = "body", Start = word.Start, Length = word.Length }).ToList();
                var text = Excerpt.Of(comment.Comment.Body, marks, console.Profile.Width - Indent, MostLines);
                console.Write(new Ragged(new Padder(text, new Padding(Indent, 0, 0, 0))));
            }
        }

        console.WriteLine();
    }
}
