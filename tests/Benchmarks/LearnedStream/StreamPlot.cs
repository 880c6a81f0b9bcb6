using System.Globalization;
using System.Text;

namespace Moderation.Benchmarks.LearnedStream;

/// <summary>The course of a stream as SVG: shares of the comments against the number of decisions.</summary>
internal static class StreamPlot
{
    private const int Width = 800;
    private const int Height = 380;
    private const int Left = 56;
    private const int Right = 260;
    private const int Top = 24;
    private const int Bottom = 48;

    private static readonly (string Name, string Colour, string Dash, Func<Tally, double> Share)[] _lines =
    [
        ("held, rules alone", "#1f6feb", "6 4", tally => Of(tally, tally.Rules.Held)),
        ("held, learning", "#1f6feb", "", tally => Of(tally, tally.Learned.Held)),
        ("wrongly approved, rules alone", "#c9372c", "6 4", tally => Of(tally, tally.Rules.WrongApprovals)),
        ("wrongly approved, learning", "#c9372c", "", tally => Of(tally, tally.Learned.WrongApprovals)),
        ("wrongly held, learning", "#9a6700", "", tally => Of(tally, tally.Learned.WrongHolds)),
        ("wrongly rejected, learning", "#6e7781", "", tally => Of(tally, tally.Learned.WrongRejections)),
    ];

    public static string Draw(IReadOnlyList<(int Decisions, Tally Tally)> steps)
    {
        var most = Math.Ceiling(_lines.Max(line => steps.Max(step => line.Share(step.Tally))) * 20) / 20;
        var last = steps[^1].Decisions;
        var svg = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" role="img">
            <title>Share of the comments held, wrongly approved, wrongly held and wrongly rejected, against the number of decisions</title>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            """);
        for (var share = 0.0; share <= most + 0.001; share += 0.05)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <line x1="{Left}" x2="{Width - Right}" y1="{Y(share):0.0}" y2="{Y(share):0.0}" stroke="#d8dee4"/><text x="{Left - 8}" y="{Y(share) + 4:0.0}" text-anchor="end" fill="#57606a">{share * 100:0} %</text>
                """);
        }

        for (var decisions = 0; decisions <= last; decisions += 500)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <text x="{X(decisions):0.0}" y="{Height - Bottom + 18}" text-anchor="middle" fill="#57606a">{decisions:N0}</text>
                """);
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            <text x="{(Left + Width - Right) / 2}" y="{Height - 10}" text-anchor="middle" fill="#57606a">decisions of the moderator</text>
            """);
        foreach (var (index, (name, colour, dash, share)) in _lines.Index())
        {
            var points = string.Join(' ', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{X(step.Decisions):0.0},{Y(share(step.Tally)):0.0}")));
            var y = Top + 12 + index * 22;
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>
                <line x1="{Width - Right + 16}" x2="{Width - Right + 44}" y1="{y - 4}" y2="{y - 4}" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/><text x="{Width - Right + 50}" y="{y}" fill="#24292f">{name}</text>
                """);
        }

        return svg.AppendLine("</svg>").ToString();

        double X(int decisions) => Left + (double)decisions / last * (Width - Left - Right);

        double Y(double share) => Top + (1 - share / most) * (Height - Top - Bottom);
    }

    private static double Of(Tally tally, int count) => (double)count / tally.Comments;
}
