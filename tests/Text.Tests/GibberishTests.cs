using Moderation.Text.Shapes;

namespace Moderation.Text.Tests;

public class GibberishTests
{
    private const double Threshold = 0.4;

    [Theory]
    [InlineData("asdfghjkl")]
    [InlineData("ASDFGHJKL asdfgh")]
    [InlineData("qwertyuiop")]
    [InlineData("zxcvbnm zxcvbnm")]
    [InlineData("sdkfjhskdjfh ksjdhf")]
    [InlineData("jkhgfd kjhgfd lkjhg")]
    [InlineData("fghjkdfgvbnm")]
    [InlineData("xkqzvbwjpt")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("ककककककककककक")]
    [InlineData("हकजलगदसफ")]
    [InlineData("हकजलग हकजलगद सदफगहजक")]
    [InlineData("ोे्िुपोे्िु")]
    [InlineData("्ािीेै ोौंँः")]
    public void Keyboard_mash_is_gibberish(string text) => Assert.True(Gibberish.Score(TextView.Clean(text)) >= Threshold, $"{Gibberish.Score(TextView.Clean(text))}");

    [Theory]
    [InlineData("")]
    [InlineData("sdfghjk")]
    [InlineData("This is a perfectly ordinary sentence about the weather.")]
    [InlineData("Strength through rhythms: twelfth sixths")]
    [InlineData("kya bt h yr")]
    [InlineData("mst bhai, zbrdst")]
    [InlineData("plz rply krna bhai jldi se msg kro")]
    [InlineData("kch nhi ho skta is desh ka")]
    [InlineData("bht bdhiya kaam kiya h aapne")]
    [InlineData("BJP RSS NDTV CNBC UPSC SSC CGL")]
    [InlineData("hahahahahaha")]
    [InlineData("lol lmao rofl hmmmmm pfft")]
    [InlineData("Nooooooooooo yaaaaar")]
    [InlineData("wowwwwwwwwwwwww")]
    [InlineData("Shrivastava, Krishnamurthy, Chhattisgarh, Tiruchirappalli")]
    [InlineData("Schwarzenegger and Nietzsche")]
    [InlineData("https://t.co/xKqZvBwJpT see example.com/sdkfjhskdj")]
    [InlineData("@sdkfjhskdjfh #ksjdhfksd thanks")]
    [InlineData("OTP 8f3k2jd9s and xk9dq2")]
    [InlineData("1234567890 987654")]
    [InlineData("यह एकदम साधारण वाक्य है और इसमें कुछ भी गड़बड़ नहीं")]
    [InlineData("समझकर अचानक बरगद हलचल नटखट")]
    [InlineData("अब घर चल, कल फिर मत आना")]
    [InlineData("नहीीीीं यारररर")]
    [InlineData("स्वातंत्र्य राष्ट्रीय उत्कृष्टता")]
    [InlineData("அனைவருக்கும் வணக்கம் நன்றி")]
    [InlineData("это совершенно обычное предложение")]
    public void Text_is_not(string text) => Assert.True(Gibberish.Score(TextView.Clean(text)) < Threshold, $"{Gibberish.Score(TextView.Clean(text))}");

    [Fact]
    public void Most_of_what_a_keyboard_makes_is_told()
    {
        var random = new Random(30_005);
        string[] keyboards = ["abcdefghijklmnopqrstuvwxyz", "asdfghjklasdfghjklqwertyuiopzxcvbnm", "sdfghjkvbn", "हकजलगदसतनपमरयवबचटधभथ"];
        foreach (var keys in keyboards)
        {
            var told = 0;
            for (var round = 0; round < 2_000; round++)
            {
                var text = new string([.. Enumerable.Range(0, random.Next(10, 24)).Select(_ => keys[random.Next(keys.Length)])]);
                told += Gibberish.Score(TextView.Clean(text)) >= Threshold ? 1 : 0;
            }

            Assert.True(told >= 1_900, $"{keys}: {told}");
        }
    }

    [Fact]
    public void Any_units_at_all_have_a_score()
    {
        var random = new Random(30_006);
        for (var round = 0; round < 20_000; round++)
        {
            var text = round % 2 == 0 ? RandomText.Units(random, random.Next(30)) : RandomText.Runes(random, random.Next(30));

            Assert.InRange(Gibberish.Score(TextView.Decoded(text)), 0, 1);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("as")]
    [InlineData("as ")]
    [InlineData("क")]
    [InlineData("\u094D")]
    [InlineData("\u0301")]
    [InlineData(".a")]
    [InlineData("@")]
    [InlineData("é")]
    public void Survives_64_Ki_of_anything(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));

        Assert.InRange(Gibberish.Score(TextView.Clean(text)), 0, 1);
    }
}
