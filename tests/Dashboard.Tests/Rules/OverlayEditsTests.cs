using Moderation.Contracts;
using Moderation.Dashboard.Rules;
using static Moderation.Dashboard.Tests.Rules.RulesSystem;

namespace Moderation.Dashboard.Tests.Rules;

public class OverlayEditsTests
{
    private static readonly RulesOverlay _saved = Words(Add("frobnor"), Remove("snarf")) with { Rules = [new RuleChange { Rule = "TooManyLinks", Mode = "off" }] };

    [Fact]
    public void An_entry_is_the_same_whatever_its_case_and_gaps()
    {
        var overlay = _saved.With(Add("FROBNOR", "severe")).With(Add("wug  wug")).With(Add("Wug wug", "mild"));

        Assert.Equal(["snarf", "FROBNOR", "Wug wug"], overlay.Words.Select(word => word.Entry));
        Assert.Equal(2, OverlayEdits.Difference(_saved, overlay).Count);
    }

    [Fact]
    public void What_is_as_it_was_keeps_who_signed_it()
    {
        var (then, now) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        var first = _saved.SignedBy("asha", then, RulesOverlay.Empty);

        var second = first.With(Add("frobnor", "severe")).With(Add("zibble")).SignedBy("admin", now, first);

        Assert.Equal(["asha snarf", "admin frobnor", "admin zibble"], second.Words.Select(word => $"{word.By} {word.Entry}"));
        Assert.Equal(("asha", then), (second.Rules[0].By, second.Rules[0].At));
    }

    [Fact]
    public void My_changes_stand_on_top_of_what_somebody_else_saved_meanwhile()
    {
        var mine = _saved.With(Add("zibble")).Without(Remove("snarf"));
        var theirs = _saved.With(Add("grotch")).With(new RuleChange { Rule = "Shouting", Mode = "live" }).Without(Add("frobnor"));

        var both = OverlayEdits.Rebase(_saved, mine, theirs);

        Assert.Equal(["grotch", "zibble"], both.Words.Select(word => word.Entry));
        Assert.Equal(["TooManyLinks", "Shouting"], both.Rules.Select(rule => rule.Rule));
    }

    [Fact]
    public void A_draft_is_empty_again_when_every_change_was_taken_back()
    {
        var draft = new RulesDraft(new RulesVersion { Version = 3, Overlay = _saved, SavedBy = "asha", SavedAt = DateTimeOffset.UnixEpoch });
        draft.Put(Add("zibble"));
        draft.TakeBack(Remove("snarf"));
        draft.Put(new RuleChange { Rule = "TooManyLinks" });
        Assert.Equal(3, draft.Difference.Count);

        while (!draft.IsEmpty)
        {
            draft.Difference.Words.ToList().ForEach(draft.Undo);
            draft.Difference.Rules.ToList().ForEach(draft.Undo);
        }

        Assert.Equal(0, OverlayEdits.Difference(_saved, draft.Overlay).Count);
    }

    [Theory]
    [InlineData("en", "one\n\n# a note\nOne\ntwo words", "en one|en two words")]
    [InlineData("hi-Latn", "kachra\nकचरा", "hi-Latn kachra|hi कचरा")]
    [InlineData("hi", "kachra\nकचरा", "hi-Latn kachra|hi कचरा")]
    public void Pasted_lines_go_to_the_list_of_their_script(string language, string text, string read) =>
        Assert.Equal(read.Split('|'), PastedWords.Read(text, null, "abuse", language, "strong").Select(word => $"{word.Change.Language} {word.Change.Entry}"));

    [Fact]
    public void A_pasted_line_may_have_a_severity_and_labels_of_its_own()
    {
        var words = PastedWords.Read("one\ntwo | severe | hate threat", "demo", "abuse", "en", "mild");

        Assert.Equal(["mild ", "severe hate threat"], words.Select(word => $"{word.Change.Severity} {string.Join(' ', word.Change.Labels)}"));
        Assert.All(words, word => Assert.Equal("demo", word.Change.Site));
    }
}
