using System.Globalization;

namespace Moderation.Standalone.Archives;

/// <summary>What became of the records of an archive.</summary>
/// <param name="time">Tells how long it took.</param>
/// <param name="faults">Where each record that is skipped is told of, a line each.</param>
internal sealed class ImportReport(TimeProvider time, TextWriter faults)
{
    private readonly long _start = time.GetTimestamp();
    private readonly SortedDictionary<string, long> _dispensed = new(StringComparer.Ordinal);
    private long _imported;
    private long _known;
    private long _leftOut;

    public long Skipped { get; private set; }

    /// <summary>Counts a record that was not sent.</summary>
    public void Count(ArchiveEntry entry)
    {
        if (entry.Fault is null)
        {
            _leftOut++;
            return;
        }

        Skip(entry.Line, entry.Fault);
    }

    /// <summary>Counts a record that was sent.</summary>
    public void Count(long line, ImportResult result)
    {
        switch (result.Result)
        {
            case "imported":
                _imported++;
                break;
            case "known":
                _known++;
                break;
            default:
                Skip(line, string.Join(' ', (result.Errors ?? []).Select(error => $"{error.Key}: {string.Join(' ', error.Value)}".TrimStart(':', ' '))));
                break;
        }
    }

    /// <summary>Counts fields that a comment was sent without, because they hold something else.</summary>
    public void Dispensed(IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            _dispensed[field] = _dispensed.GetValueOrDefault(field) + 1;
        }
    }

    /// <summary>Such as <c>1,200 comments imported, 0 known already, 2 skipped; 3,400 a second.</c></summary>
    public string InWords()
    {
        var seconds = time.GetElapsedTime(_start).TotalSeconds;
        var words = $"{Number(_imported)} comments imported, {Number(_known)} known already, {Number(Skipped)} skipped; {Number((long)((_imported + _known) / seconds))} a second.";
        words += _leftOut == 0 ? "" : $" Pingbacks and trackbacks left out: {Number(_leftOut)}.";
        return words + string.Concat(_dispensed.Select(field => $" Imported without {field.Key}, which was none: {Number(field.Value)}."));
    }

    private void Skip(long line, string sentence)
    {
        Skipped++;
        faults.WriteLine($"Line {line}: {sentence}");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
