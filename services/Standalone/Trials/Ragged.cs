using Spectre.Console.Rendering;

namespace Moderation.Standalone.Trials;

/// <summary>Leaves out the blanks at the ends of lines: a terminal may find Devanagari wider than we do, and would break the line for them.</summary>
internal sealed class Ragged(IRenderable inner) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(inner.Render(options, maxWidth)))
        {
            var last = line.FindLastIndex(segment => !string.IsNullOrWhiteSpace(segment.Text));
            for (var at = 0; at < last; at++)
            {
                yield return line[at];
            }

            if (last >= 0)
            {
                yield return new Segment(line[last].Text.TrimEnd(), line[last].Style);
            }

            yield return Segment.LineBreak;
        }
    }
}
