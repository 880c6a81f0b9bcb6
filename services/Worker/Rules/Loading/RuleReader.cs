using Moderation.Worker.Rules.Conditions;

namespace Moderation.Worker.Rules.Loading;

/// <summary>Reads one rule.</summary>
internal static class RuleReader
{
    private static readonly Dictionary<string, RuleMode> _modes = new(StringComparer.Ordinal)
    {
        ["off"] = RuleMode.Off,
        ["shadow"] = RuleMode.Shadow,
        ["live"] = RuleMode.Live,
    };

    /// <summary>An id is a word, so that it reads well in findings and statistics.</summary>
    public static string IdOf(Settings settings)
    {
        var id = settings.Get("id");
        return id.Text() is var text && char.IsAsciiLetterUpper(text[0]) && text.All(char.IsAsciiLetterOrDigit) && text.Length <= 64
            ? text
            : throw id.Wrong($"'{id.Written}' is no id for a rule; write one word of letters and digits that begins with a capital, as in TooManyLinks");
    }

    public static Rule Read(Settings settings, RuleContext context)
    {
        var id = IdOf(settings);
        var when = WhenReader.Read(settings.Get("when"), context);
        var (english, hindi) = ReasonOf(settings.Get("reason"), when);
        var rule = new Rule
        {
            Id = id,
            Mode = settings.TryGet("mode", out var mode) ? mode.OneOf(_modes) : RuleMode.Live,
            When = when,
            Scores = ScoresOf(settings.Get("score"), when),
            Labels = LabelsOf(settings.Get("labels")),
            English = english,
            Hindi = hindi,
        };
        settings.TryGet("examples", out _);
        settings.RefuseWhatNobodyRead();
        return rule;
    }

    public static IReadOnlyList<string> LabelsOf(Setting setting) =>
        [.. setting.Items().Select(item => item.OneOf(Contracts.Labels.All.ToDictionary(label => label), "label"))];

    private static Scores ScoresOf(Setting setting, ICondition when)
    {
        if (!setting.IsMap)
        {
            var score = setting.Number();
            return new Scores(score, score, score);
        }

        if (!Rule.Spoken(when).Any(condition => condition is ListedWords))
        {
            throw setting.Wrong("only a rule with 'words' may have a score for each severity");
        }

        var map = setting.Map();
        var scores = new Scores(map.Get("mild").Number(), map.Get("strong").Number(), map.Get("severe").Number());
        map.RefuseWhatNobodyRead();
        return scores;
    }

    private static (ReasonTemplate English, ReasonTemplate? Hindi) ReasonOf(Setting setting, ICondition when)
    {
        var known = Rule.Spoken(when).SelectMany(condition => condition.Placeholders).ToHashSet(StringComparer.Ordinal);
        var map = setting.Map();
        var english = TemplateOf(map.Get("en"), known);
        var hindi = map.TryGet("hi", out var written) ? TemplateOf(written, known) : null;
        map.RefuseWhatNobodyRead();
        return (english, hindi);
    }

    private static ReasonTemplate TemplateOf(Setting setting, HashSet<string> known)
    {
        var template = ReasonTemplate.Parse(setting.Text());
        return template.Placeholders.FirstOrDefault(placeholder => !known.Contains(placeholder)) is { } unknown
            ? throw setting.Wrong(known.Count == 0
                ? $"nothing fills {{{unknown}}}; the conditions of this rule fill nothing"
                : $"nothing fills {{{unknown}}}; the conditions of this rule fill {string.Join(", ", known.Select(name => $"{{{name}}}"))}")
            : template;
    }
}
