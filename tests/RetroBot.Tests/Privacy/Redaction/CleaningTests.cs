using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\0b\u0007c\u001B[31md\u007F", "abc[31md")]
    [InlineData("\u202Eabc\u202C \u2067def\u2069 \u200Eghi\u200F", "abc def ghi")]
    [InlineData("pass\u200Bword\uFEFF \u2060x\u00ADy\u034Fz\u3164", "password xyz")]
    [InlineData("e\u0301 \u212B", "é Å")]
    [InlineData("\uFFFE\uFFFF\uFDD0", "")]
    [InlineData("\U000E0041\U000E0042", "")]
    public void What_nobody_types_is_taken_out(string text, string clean) => Assert.Equal(clean, TextCleaning.Clean(text));

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_missing() => Assert.Equal("half \uFFFD here \uFFFD", TextCleaning.Clean("half \uD83D here \uDC69"));

    [Theory]
    [InlineData("👩\u200D💻 and 👨\u200D👩\u200D👧")]
    [InlineData("❤\uFE0F\u200D🔥 1\uFE0F\u20E3 👋🏽")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क\u094D\u200Dष")]
    [InlineData("Việt Nam, naïve, Ångström, שָׁלוֹם, مُحَمَّدٌ, がぎ, 한국")]
    [InlineData("Full-width ＡＢＣ and ㎏ stay as they are typed")]
    public void What_a_script_or_an_emoji_needs_stays(string text) => Assert.Equal(text, TextCleaning.Clean(text));

    [Theory]
    [InlineData("wo\u200Drd", "word")]
    [InlineData("12\u200D34", "1234")]
    [InlineData("山\u200C田", "山田")]
    [InlineData("\u200Dstart and end\u200D", "start and end")]
    [InlineData("👩\u200Dword", "👩word")]
    public void A_joiner_that_joins_nothing_goes(string text, string clean) => Assert.Equal(clean, TextCleaning.Clean(text));

    [Fact]
    public void Piled_up_accents_are_cut_to_what_a_language_can_need() =>
        Assert.Equal("z" + new string('\u0322', TextCleaning.MostMarks) + "a", TextCleaning.Clean("z" + new string('\u0322', 60) + "a"));

    [Fact]
    public void A_mark_that_is_always_written_as_two_counts_as_two()
    {
        var once = TextCleaning.Clean("a\u0F76\u0301\u0301\u0301\u0301");

        Assert.Equal(TextCleaning.MostMarks, once.Normalize(NormalizationForm.FormD).Length - 1);
        Assert.Equal(once, TextCleaning.Clean(once));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more() =>
        Prop.ForAll(NastyTexts.Any.ToArbitrary(), text => TextCleaning.Clean(TextCleaning.Clean(text)) == TextCleaning.Clean(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
