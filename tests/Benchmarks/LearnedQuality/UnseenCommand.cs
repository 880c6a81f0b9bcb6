using System.Globalization;
using Moderation.Benchmarks.Quality;
using Moderation.Learning;
using Moderation.Text;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>
/// <c>learned-unseen</c>: what rules and shipped model make of each of the comments that were written to be hard and that nothing was trained on,
/// the worst first.
/// </summary>
internal static class UnseenCommand
{
    private const int MostShown = 110;

    public static int Run()
    {
        var judge = new Judge(Ruleset.Read(Repository.Seeds));
        var rows = LabelledText.Read(Path.Combine(Repository.Seeds, "learning", "unseen.jsonl"))
            .Select(row => (Row: row, View: TextView.Decoded(row.Text), Heard: judge.Hear(row)))
            .Select(of => (of.Row, of.View, of.Heard, Model.Shipped.Score(of.View).Abuse, Score: of.Heard.Findings.Sum(finding => finding.Score)))
            .ToList();
        foreach (var ofLabel in rows.GroupBy(of => of.Row.Label, StringComparer.Ordinal))
        {
            var isBad = ofLabel.Key != "ok";
            Console.WriteLine($"{ofLabel.Key}: {ofLabel.Count()}");
            Console.WriteLine($"  held or rejected by the rules alone: {ofLabel.Count(of => of.Heard.WithoutLearned().Findings.Sum(finding => finding.Score) >= of.Heard.Hold)}");
            Console.WriteLine($"  held or rejected with the model:     {ofLabel.Count(of => of.Score >= of.Heard.Hold)}");
            Console.WriteLine($"  of which the model alone would hold: {ofLabel.Count(of => of.Abuse * 6.25 >= of.Heard.Hold)}; at a probability of one half or more: {ofLabel.Count(of => of.Abuse >= 0.5)}");
            foreach (var (row, view, heard, abuse, score) in isBad ? ofLabel.OrderBy(of => of.Abuse) : ofLabel.OrderByDescending(of => of.Abuse))
            {
                var words = Model.Shipped.Explain(view, Head.Abuse).Select(span => row.Text.Substring(span.Start, span.Length));
                var rules = string.Join("+", heard.WithoutLearned().Findings.Select(finding => finding.Rule));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {abuse:0.00} {score,4:0.0} {row.Language,-7} {rules,-12} {(row.Text.Length > MostShown ? row.Text[..MostShown] + "…" : row.Text)} [{string.Join(", ", words)}]"));
            }
        }

        return 0;
    }
}
