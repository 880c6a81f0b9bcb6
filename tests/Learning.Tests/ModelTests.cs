using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Learning.Tests;

public sealed class ModelTests
{
    private static readonly Model _model = Taught.Trainer().ToModel();

    [Fact]
    public void Tells_what_it_learned_from_what_it_did_not()
    {
        Assert.True(_model.Score("what a kettle you are").Abuse > 0.8);
        Assert.True(_model.Score("umbrellas for half the price, buy now").Spam > 0.8);
        Assert.True(_model.Score("thank you, the train was on time").Abuse < 0.2);
        Assert.True(_model.Score("thank you, the train was on time").Spam < 0.2);
    }

    [Fact]
    public void A_model_that_knows_nothing_finds_everything_as_likely_as_not()
    {
        Assert.Equal(new Probabilities(0.5, 0.5), Model.Blank.Score("you are such a kettle"));
        Assert.True(Model.Blank.IsBlank);
        Assert.False(_model.IsBlank);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\u200b")]
    [InlineData("\ud800")]
    [InlineData("...")]
    [InlineData("!!!???###")]
    [InlineData("👩‍👩‍👧 \udc00x\ud83d")]
    public void Scores_whatever_is_written(string text) => Assert.InRange(_model.Score(text).Abuse, 0, 1);

    [Theory]
    [InlineData('a')]
    [InlineData('\u0301')]
    [InlineData('!')]
    [InlineData('9')]
    [InlineData('\u200d')]
    public void Scores_sixty_thousand_of_anything(char unit) => Assert.InRange(_model.Score(new string(unit, 60_000)).Abuse, 0, 1);

    [Fact]
    public void Devanagari_teaches_Hinglish_and_the_other_way_round()
    {
        var fromDevanagari = new Trainer();
        var fromLatin = new Trainer();
        for (var round = 0; round < 20; round++)
        {
            fromDevanagari.Learn(Taught.Abuse("तुम बिलकुल पतीला हो"));
            fromDevanagari.Learn(Taught.Fine("आज बारिश होगी"));
            fromLatin.Learn(Taught.Abuse("tum bilkul pateela ho"));
            fromLatin.Learn(Taught.Fine("aaj baarish hogi"));
        }

        Assert.True(fromDevanagari.ToModel().Score("ye to pateela hai").Abuse > 0.6);
        Assert.True(fromLatin.ToModel().Score("ये तो पतीला है").Abuse > 0.6);
    }

    [Fact]
    public void A_long_text_is_as_bad_as_its_worst_part()
    {
        var kind = string.Concat(Enumerable.Repeat("the train was late again, thank you for this story. ", 100));

        Assert.True(_model.Score($"{kind} you are such a kettle, such a kettle are you {kind}").Abuse > 3 * _model.Score(kind).Abuse);
    }

    [Fact]
    public void Explains_itself_by_the_words_that_moved_it_where_they_stand_in_the_original()
    {
        const string Text = "The train, YOU Ke\u200bttle, was late";

        var spans = _model.Explain(TextView.Decoded(Text), Head.Abuse, most: 1);

        Assert.Equal("Ke\u200bttle", Text.Substring(Assert.Single(spans).Start, spans[0].Length));
    }

    [Fact]
    public void Nothing_explains_what_does_not_speak_for_it() =>
        Assert.Empty(Model.Blank.Explain(TextView.Decoded("you are such a kettle"), Head.Abuse));

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var text = TextView.Decoded(string.Concat(Enumerable.Repeat("बारिश and umbrellas 😀 ", 40)));
        _model.Score(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            _model.Score(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Is_read_as_it_was_stored()
    {
        var stored = _model.Store();
        var read = Model.Read(stored);

        Assert.Equal(stored, read.Store());
        Assert.Equal(_model.Version, read.Version);
        Assert.Equal(_model.Score("what a kettle"), read.Score("what a kettle"));
    }

    [Fact]
    public void However_much_was_learned_it_is_stored_in_two_megabytes()
    {
        var weights = new sbyte[Model.Heads << Model.Bits];
        new Random(1).NextBytes((byte[])(Array)weights);

        Assert.InRange(new Model(weights, HeadWeights.Blank, HeadWeights.Blank).Store().Length, 1_000_000, 2_000_000);
    }

    [Fact]
    public void What_is_no_model_is_refused_with_a_sentence()
    {
        var stored = _model.Store();
        var damaged = stored.ToArray();
        damaged[stored.Length / 2] ^= 1;
        var other = stored.ToArray();
        other[4]++;

        Assert.Contains("not a model", Refusal([]), StringComparison.Ordinal);
        Assert.Contains("not a model", Refusal("{\"text\":\"a comment that is long enough to be a header and a hash\"}"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(damaged), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(stored[..^1]), StringComparison.Ordinal);
        Assert.Contains("another version", Refusal(other), StringComparison.Ordinal);

        static string Refusal(byte[] stored) => Assert.Throws<InvalidModelException>(() => Model.Read(stored)).Message;
    }

    [Fact]
    public void The_shipped_model_tells_abuse_and_spam_in_three_languages()
    {
        Assert.False(Model.Shipped.IsBlank);
        foreach (var (refused, fine, head) in new[]
        {
            ("ऐसे लोगों को देश से लात मारकर निकालो, सांप हैं सब", "सड़क की मरम्मत का काम कब शुरू होगा?", Head.Abuse),
            ("tujhe to ghar me ghus ke marenge, teri aukat kya hai", "bus kitne baje jati hai koi bata do", Head.Abuse),
            ("women like her should be kept locked at home", "the new bus stop is near the school", Head.Abuse),
            ("घर बैठे रोज़ पाँच हज़ार कमाएँ, अभी संपर्क करें", "बिजली का बिल ऑनलाइन कैसे जमा करें?", Head.Spam),
            ("earn daily from home, message me on telegram to join", "the bill can be paid at the post office", Head.Spam),
        })
        {
            Assert.True(Model.Shipped.Score(refused)[head] > Model.Shipped.Score(fine)[head] + 0.15, refused);
        }
    }
}
