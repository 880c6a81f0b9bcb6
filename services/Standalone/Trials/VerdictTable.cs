using Moderation.Contracts;
using Moderation.Worker;
using Moderation.Worker.Trials;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Moderation.Standalone.Trials;

/// <summary>Verdicts as a table that grows row by row: all widths are fixed beforehand, so none has to be kept.</summary>
internal sealed class VerdictTable(IAnsiConsole console) : IVerdicts
{
    private const int IdWidth = 10;
    private const int OutcomeWidth = 7;
    private const int ScoreWidth = 5;
    private const int RulesWidth = 22;
    private const int Gaps = 5;
    private const int MostLines = 3;
    private static readonly Style _dim = new(decoration: Decoration.Dim);
    private bool _isBegun;

    private int TextWidth => Math.Max(20, console.Profile.Width - IdWidth - OutcomeWidth - ScoreWidth - RulesWidth - Gaps);

    public void Write(TrialComment comment, Judgement? judgement)
    {
        var table = new Table { ShowHeaders = !_isBegun }
            .Border(TableBorder.None)
            .AddColumns(Column("Id", IdWidth), Column("Outcome", OutcomeWidth), Column("Score", ScoreWidth).RightAligned(), Column("Rules", RulesWidth), Column("Text", TextWidth));
        if (!_isBegun)
        {
            table.AddRow(table.Columns.Select(_ => new Rule { Style = _dim }));
            _isBegun = true;
        }

        var id = new Cell(Printable.Of(comment.Name), comment.Id is null ? _dim : Style.Plain).Overflow(Overflow.Ellipsis);
        if (judgement is null)
        {
            table.AddRow(id, new Cell("refused", Color.Red), Cell.Empty, Cell.Empty, new Cell(Printable.Of(comment.Refusal!), Color.Red));
        }
        else
        {
            var (outcome, verdict) = judgement;
            table.AddRow(
                id,
                new Cell(outcome.Word(), outcome.Color()),
                new Cell(verdict.Score.InWords()),
                Rules(verdict),
                Excerpt.Of(comment.Comment!.Body, [.. verdict.Findings.SelectMany(finding => finding.Spans).Where(span => span.Field == "body")], TextWidth, MostLines));
        }

        console.Write(new Ragged(table));
    }

    private static TableColumn Column(string name, int width) => new TableColumn(name).Width(width).PadLeft(0).PadRight(1);

    private static Rows Rules(Verdict verdict) => new(
    [
        .. verdict.Findings.Select(finding => new Cell($"{finding.Rule} {finding.Score.InWords()}")),
        .. verdict.Shadow.Select(finding => new Cell($"({finding.Rule} {finding.Score.InWords()})", _dim)),
    ]);
}
