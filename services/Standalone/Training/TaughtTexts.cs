using System.Globalization;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Standalone.Training;

/// <summary>What a file teaches. The same text with the same answer counts once.</summary>
/// <param name="faults">Where each record that cannot be read is told of, a line each.</param>
internal sealed class TaughtTexts(TextWriter faults)
{
    private readonly HashSet<(string Text, bool? IsAbuse, bool? IsSpam)> _known = [];
    private readonly List<Lesson> _lessons = [];
    private int _silent;
    private int _repeated;

    public IReadOnlyList<Lesson> Lessons => _lessons;

    public int Unread { get; private set; }

    public void Add(TrainingEntry entry)
    {
        if (entry.Fault is { } fault)
        {
            Unread++;
            faults.WriteLine($"Line {entry.Line}: {fault}");
        }
        else if (entry.Taught is not { } taught)
        {
            _silent++;
        }
        else if (TextView.Decoded(taught.Text) is var view && !_known.Add((view.Text, taught.IsAbuse, taught.IsSpam)))
        {
            _repeated++;
        }
        else
        {
            _lessons.Add(new Lesson(view, taught.IsAbuse, taught.IsSpam));
        }
    }

    /// <summary>How many texts say yes and no to a head.</summary>
    public (int Yes, int No) Of(Head head) => (_lessons.Count(lesson => lesson[head] is true), _lessons.Count(lesson => lesson[head] is false));

    /// <summary>Such as <c>900 texts: 60 abuse, 40 spam, 800 fine. Repeated: 3. Teaching nothing: 12. Not read: 1.</c></summary>
    public string InWords()
    {
        var fine = _lessons.Count(lesson => lesson is { IsAbuse: false, IsSpam: false });
        var words = $"{Number(_lessons.Count)} texts: {Number(Of(Head.Abuse).Yes)} abuse, {Number(Of(Head.Spam).Yes)} spam, {Number(fine)} fine.";
        return words + Also("Repeated", _repeated) + Also("Teaching nothing", _silent) + Also("Not read", Unread);
    }

    private static string Also(string what, int count) => count == 0 ? "" : $" {what}: {Number(count)}.";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
