using Moderation.Text.Phrases;

namespace Moderation.Text.Tests.Phrases;

public class PhraseMatcherTests
{
    [Theory]
    [InlineData("कुत्ता", "hi", "यह कुत्ता है", "कुत्ता")]
    [InlineData("कुत्ता", "hi", "यह कुत्ताघर है", null)]
    [InlineData("कुत्ता", "hi", "(कुत्ता)।", "कुत्ता")]
    [InlineData("मर", "hi", "वह मरा", null)]
    [InlineData("मर", "hi", "अमर", null)]
    [InlineData("मर", "hi", "मर१", "मर")]
    [InlineData("dog", "en", "a DOG!", "DOG")]
    [InlineData("dog", "en", "dogs", null)]
    [InlineData("dog", "en", "hotdog", null)]
    [InlineData("dog", "en", "dog_house", "dog")]
    [InlineData("dog", "en", "dog\u0301", "dog\u0301")]
    [InlineData("dog", "en", "𐐀dog", null)]
    [InlineData("dog", "en", "dogঅ", null)]
    [InlineData("dog", "en", "👍dog👍", "dog")]
    [InlineData("two words", "en", "Two \t\r\n words", "Two \t\r\n words")]
    [InlineData("two words", "en", "two, words", "two, words")]
    [InlineData("two words", "en", "One or two. Words fail.", null)]
    [InlineData("two words", "en", "two? Words", null)]
    [InlineData("two words", "en", "two.words", "two.words")]
    [InlineData("दो शब्द", "hi", "एक या दो। शब्द नहीं", null)]
    [InlineData("two words", "en", "twowords", "twowords")]
    [InlineData("to us", "en", "tous", null)]
    [InlineData("you idiot", "en", "you idiot", "you idiot")]
    [InlineData("you idiot", "en", "an idiot", null)]
    [InlineData("kill you", "en", "i kill you", "kill you")]
    [InlineData("hell", "en", "he'll", null)]
    [InlineData("hell", "en", "hell's", "hell")]
    public void Finds_whole_words(string entry, string language, string text, string? expected) =>
        Assert.Equal(expected, Found(new Phrase(entry, language), text));

    [Theory]
    [InlineData("https://youtu.be/kN7dog98iY", null)]
    [InlineData("https://youtu.be/dog98i3Ykq", null)]
    [InlineData("youtu.be/kN7dog98iY", null)]
    [InlineData("https://dog98i3ykq.example.org", null)]
    [InlineData("order D0G2EA6951AC4D", null)]
    [InlineData("order D0G2", "D0G")]
    [InlineData("https://example.com/dog-1a-2b", "dog")]
    [InlineData("https://example.com/dog98", "dog")]
    [InlineData("kn7dog98iy", "dog")]
    [InlineData("7x8k9-d0g", "d0g")]
    public void Reads_no_words_into_the_names_that_programs_give(string text, string? expected) =>
        Assert.Equal(expected, Found(new Phrase("dog", "en"), text));

    [Theory]
    [InlineData("dog*", "dogged", "dogged")]
    [InlineData("dog*", "hotdog", null)]
    [InlineData("*dog", "hotdog", "hotdog")]
    [InlineData("*dog", "hotdogs", null)]
    [InlineData("*dog*", "hotdogs!", "hotdogs")]
    [InlineData("*ant*", "an tip", null)]
    [InlineData("dog+", "dogs", "dogs")]
    [InlineData("dog+", "dogging", "dogging")]
    [InlineData("dog+", "dogma", null)]
    [InlineData("bite+", "biting", "biting")]
    [InlineData("bite+", "bites", "bites")]
    [InlineData("hot dog+", "hot dogs", "hot dogs")]
    [InlineData("earn ... home", "earn money at home", "earn money at home")]
    [InlineData("earn ... home", "earn home", "earn home")]
    [InlineData("earn ... home", "earn one two three four five home", null)]
    [InlineData("earn ... home", "home earn", null)]
    [InlineData("earn ... daily ... home", "earn 500 daily from home", "earn 500 daily from home")]
    public void Goes_as_far_as_an_entry_asks(string entry, string text, string? expected) =>
        Assert.Equal(expected, Found(new Phrase(entry, "en"), text));

    [Theory]
    [InlineData("लड़का+", "लड़के", "लड़के")]
    [InlineData("लड़का+", "लड़कों ने", "लड़कों")]
    [InlineData("लड़का+", "लड़की", null)]
    [InlineData("लड़की+", "लड़कियाँ", "लड़कियाँ")]
    [InlineData("लड़की+", "लड़कियां", "लड़कियां")]
    [InlineData("चोर+", "चोरों", "चोरों")]
    [InlineData("चोर+", "चोरी", null)]
    public void Knows_the_endings_of_Hindi(string entry, string text, string? expected) =>
        Assert.Equal(expected, Found(new Phrase(entry, "hi"), text));

    [Theory]
    [InlineData("लड़का", "ladka")]
    [InlineData("लड़का", "ladkaa")]
    [InlineData("kachra", "कचरा")]
    [InlineData("kachra", "kachraa")]
    [InlineData("kachra", "kachara")]
    [InlineData("choorma", "churma")]
    [InlineData("bewakoof", "bevkuf")]
    [InlineData("haramzada", "हरामज़ादा")]
    [InlineData("haramzada", "haraamjaada")]
    [InlineData("haramzada", "haram zada")]
    [InlineData("हिजरत", "hijrat")]
    [InlineData("चूरमा", "च*रमा")]
    [InlineData("चूरमा", "चू र मा")]
    [InlineData("चूरमा", "चूqरमा")]
    [InlineData("हिन्दी", "हिंदी")]
    [InlineData("हिन्दी", "हिँदी")]
    public void Hears_Hindi_in_both_scripts(string entry, string text) =>
        Assert.Equal(text, Found(new Phrase(entry, Spelling.IsLatin(entry) ? "hi-Latn" : "hi"), text));

    [Theory]
    [InlineData("chut", "chhoot")]
    [InlineData("chut", "chutti")]
    [InlineData("chut", "chute")]
    [InlineData("chut", "छूट")]
    [InlineData("choti", "chhoti")]
    [InlineData("कंजर", "खंजर")]
    [InlineData("कंजर", "कमज़ोर")]
    [InlineData("जाहिल", "jail")]
    [InlineData("दल्ला", "दहला")]
    [InlineData("गंदा", "गंध")]
    [InlineData("मारा", "मरा")]
    [InlineData("मारा", "मार")]
    [InlineData("gandu", "gandhi")]
    [InlineData("gandu", "गंदा")]
    [InlineData("कुतिया", "कुटिया")]
    public void Tells_words_apart_that_only_look_alike(string entry, string text) =>
        Assert.Null(Found(new Phrase(entry, Spelling.IsLatin(entry) ? "hi-Latn" : "hi"), text));

    [Fact]
    public void English_is_not_heard_but_read()
    {
        Assert.Null(Found(new Phrase("ship", "en"), "sheep"));
        Assert.Null(Found(new Phrase("nigger", "en"), "niger"));
        Assert.Null(Found(new Phrase("but", "en"), "बट"));
    }

    [Fact]
    public void An_innocent_word_takes_away_what_it_contains_and_nothing_else()
    {
        Phrase[] phrases = [new("*thorp*", "en"), new("Scunthorpe", "en", IsInnocent: true), new("land", "hi-Latn"), new("land", "en", IsInnocent: true)];

        Assert.Null(Found(phrases, "SCUNTHORPE"));
        Assert.Equal("scunthorpes", Found(phrases, "scunthorpes"));
        Assert.Equal("Sc*nthorpe", Found(phrases, "Sc*nthorpe"));
        Assert.Null(Found(phrases, "no man's land"));
        Assert.Equal("laand", Found(phrases, "laand"));
    }

    [Theory]
    [InlineData("repeat 1999", "repeat 1999", true)]
    [InlineData("repeat 1999", "repeat of 1999", true)]
    [InlineData("repeat 1999", "repeat १९९९", true)]
    [InlineData("repeat 1999", "repeat", false)]
    [InlineData("repeat 1999", "repeat 19991", false)]
    [InlineData("sub4sub", "sub4sub", true)]
    [InlineData("sub4sub", "sub sub", false)]
    public void A_number_of_an_entry_has_to_be_there(string entry, string text, bool isFound) =>
        Assert.Equal(isFound, Found(new Phrase(entry, "en"), text) is not null);

    [Fact]
    public void Says_which_entry_and_whether_it_is_disguised()
    {
        Phrase[] phrases = [new("cat", "en"), new("dog", "en"), new("cat", "en")];

        var matches = new PhraseMatcher(phrases).Find(TextView.Decoded("D0G cat"));

        Assert.Equal([(1, 0, true), (0, 4, false), (2, 4, false)], matches.Select(match => (match.Phrase, match.Span.Start, match.IsDisguised)));
    }

    [Theory]
    [InlineData("420", "no letters")]
    [InlineData("*", "no letters")]
    [InlineData("a*b", "a star stands only")]
    [InlineData("oye", "needs a consonant")]
    [InlineData("বাংলা", "needs a consonant")]
    [InlineData("earn ... ai", "needs a consonant")]
    public void Refuses_what_it_cannot_look_for(string entry, string fault)
    {
        Assert.Contains(fault, Phrase.FaultOf(entry), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PhraseMatcher([new Phrase(entry, "en")]));
    }

    [Theory]
    [InlineData("we go to bed if it is so hot to a dog", "we go to bed if it is so hot to a dog")]
    [InlineData("we go to bed if it is so hot to a dog", "we - go - to - bed - if - it - is - so - hot - to - a - dog")]
    [InlineData("dog we go to bed if it is so hot to a bat", "dog we go to bed if it is so hot to a bat")]
    [InlineData("bed ... hat ... bat ... dog", "bed a b c d hat a b c d bat a b c d dog")]
    public void An_innocent_phrase_may_be_long(string innocent, string text)
    {
        Assert.Null(Found([new Phrase("dog", "en"), new Phrase(innocent, "en", IsInnocent: true)], text));
        Assert.NotNull(Found([new Phrase("dog", "en")], text));
    }

    [Fact]
    public void Finds_a_disguised_word_far_from_the_rest_of_its_phrase() =>
        Assert.Equal("earn one two three four daily one two three four h0me", Found(new Phrase("earn ... daily ... home", "en"), "earn one two three four daily one two three four h0me"));

    [Fact]
    public void Finds_a_word_behind_thousands_of_others()
    {
        var matcher = new PhraseMatcher([new Phrase("dog", "en"), new Phrase("dog+", "en"), new Phrase("dig ... deep", "en"), new Phrase("cat", "en")]);
        var text = string.Concat(Enumerable.Repeat("dog dig ", 2_500)) + "deep cat";

        var matches = matcher.Find(TextView.Decoded(text));

        Assert.Equal(2, matches[^2].Phrase);
        Assert.Equal(3, matches[^1].Phrase);
    }

    [Fact]
    public void Finds_every_listed_entry_as_it_is_listed()
    {
        var missed = new List<string>();
        for (var number = 0; number < Listed.All.Count; number++)
        {
            var phrase = Listed.All[number];
            var text = phrase.Text.Replace(" ... ", " ", StringComparison.Ordinal).TrimStart('=').Trim('*').Replace("+", "", StringComparison.Ordinal);
            if (!phrase.IsInnocent && !Listed.Matcher.Find(TextView.Decoded($"यह {text}!")).Any(match => match.Phrase == number))
                missed.Add(phrase.Text);
        }

        Assert.Empty(missed);
    }

    private static string? Found(Phrase phrase, string text) => Found([phrase], text);

    private static string? Found(Phrase[] phrases, string text)
    {
        var matches = new PhraseMatcher(phrases).Find(TextView.Decoded(text));
        return matches.Count == 0 ? null : text.Substring(matches[0].Span.Start, matches[0].Span.Length);
    }
}
