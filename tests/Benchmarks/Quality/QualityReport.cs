using System.Globalization;
using System.Text;
using Moderation.Contracts;
using Spectre.Console;

namespace Moderation.Benchmarks.Quality;

/// <summary>Prints how often the rules are right.</summary>
internal static class QualityReport
{
    private const int Widest = 200;
    private const int Around = 60;

    public static void Print(IReadOnlyList<Heard> rows, QualityOptions options)
    {
        Console.OutputEncoding = Encoding.UTF8;
        AnsiConsole.Profile.Width = Widest;
        PrintKinds(rows);
        PrintRules(rows);
        if (options.Examples > 0)
        {
            PrintExamples(rows.Where(row => options.Label is null || row.Row.Label == options.Label), options);
        }
    }

    private static void PrintKinds(IReadOnlyList<Heard> rows) => Print(
        ["File", "Language", "Label", "Rows", "Of", "Held: precision", "Held: recall", "Any finding: precision", "Any finding: recall"],
        from file in rows.GroupBy(row => (row.Row.File, row.Row.Language))
        from kind in Heard.Kinds.Keys
        let labelled = file.Where(row => row.Row.Label == kind).ToArray()
        let held = file.Where(row => row.IsHeld(kind)).ToArray()
        let noticed = file.Where(row => row.IsNoticed(kind)).ToArray()
        select new[]
        {
            file.Key.File, file.Key.Language, kind, Whole(labelled.Length), Whole(file.Count()),
            Share(labelled.Count(row => row.IsHeld(kind)), held.Length), Share(labelled.Count(row => row.IsHeld(kind)), labelled.Length),
            Share(labelled.Count(row => row.IsNoticed(kind)), noticed.Length), Share(labelled.Count(row => row.IsNoticed(kind)), labelled.Length),
        });

    private static void PrintRules(IReadOnlyList<Heard> rows)
    {
        string[] labels = [.. rows.Select(row => row.Row.Label).Distinct().Order(StringComparer.Ordinal)];
        Print(
            ["Rule spoke for rows of", .. labels],
            from finding in rows.SelectMany(row => row.Findings, (row, finding) => (finding.Rule, row.Row.Label))
            group finding.Label by finding.Rule into rule
            orderby rule.Count() descending
            select (string[])[rule.Key, .. labels.Select(label => Share(rule.Count(other => other == label), rows.Count(row => row.Row.Label == label)))]);
    }

    private static void PrintExamples(IEnumerable<Heard> rows, QualityOptions options)
    {
        var matches = (
            from row in rows
            from finding in row.Findings
            from span in finding.Spans
            where span.Field == "body"
            select (row.Row, finding, span)).ToArray();
        var random = new Random(options.Seed);
        random.Shuffle(matches);
        foreach (var (row, finding, span) in matches.Take(options.Examples))
        {
            var readAs = span.ReadAs is null ? "" : $" (read as {span.ReadAs})";
            Console.WriteLine($"{row.File}:{row.Line} {row.Label}, {finding.Rule} {Line($"{finding.Score:+0.#;-0.#;0}")}{readAs}: {Marked(row.Text, span)}");
        }
    }

    private static string Marked(string text, Span span)
    {
        var (from, end) = (Math.Max(0, span.Start - Around), span.Start + span.Length);
        var to = Math.Min(text.Length, end + Around);
        return $"{text[from..span.Start]}⟦{text[span.Start..end]}⟧{text[end..to]}".ReplaceLineEndings(" ");
    }

    private static void Print(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right, NoWrap = true });
        }

        foreach (var row in rows)
        {
            table.AddRow(Array.ConvertAll(row, Markup.Escape));
        }

        AnsiConsole.Write(table);
    }

    private static string Share(int count, int of) => of == 0 ? "–" : Line($"{(double)count / of:P1} ({count:N0} of {of:N0})");

    private static string Whole(int number) => Line($"{number:N0}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
