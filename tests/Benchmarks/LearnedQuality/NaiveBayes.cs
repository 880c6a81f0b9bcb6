using System.Globalization;
using System.Text;
using Moderation.Text;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>The yardstick of text classification: multinomial naive Bayes on words, with one of each word for granted (McCallum and Nigam, 1998).</summary>
internal sealed class NaiveBayes
{
    private readonly Dictionary<string, (int Yes, int No)> _counts = new(StringComparer.Ordinal);
    private (int Yes, int No) _texts;
    private (int Yes, int No) _words;

    public void Learn(string text, bool isSo)
    {
        _texts = Count(_texts, isSo);
        foreach (var word in WordsOf(text))
        {
            _counts[word] = Count(_counts.GetValueOrDefault(word), isSo);
            _words = Count(_words, isSo);
        }
    }

    /// <summary>How likely it is, 0 to 1.</summary>
    public double Score(string text)
    {
        var odds = Math.Log(_texts.Yes + 1.0) - Math.Log(_texts.No + 1.0);
        foreach (var word in WordsOf(text))
        {
            var (yes, no) = _counts.GetValueOrDefault(word);
            odds += Math.Log((yes + 1.0) / (_words.Yes + _counts.Count)) - Math.Log((no + 1.0) / (_words.No + _counts.Count));
        }

        return 1 / (1 + Math.Exp(-odds));
    }

    private static (int Yes, int No) Count((int Yes, int No) counts, bool isSo) => isSo ? (counts.Yes + 1, counts.No) : (counts.Yes, counts.No + 1);

    private static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var unit in TextView.Decoded(text).Text + " ")
        {
            // A vowel sign is part of its word.
            if (char.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(unit);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
