using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>Texts made to be slow. None has a clock: what is not linear does not finish.</summary>
public sealed class LongTextTests
{
    private const int Length = 100_000;

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("@a")]
    [InlineData("a@a.")]
    [InlineData("a at b dot ")]
    [InlineData("a (at) b (dot) ")]
    [InlineData("((0")]
    [InlineData("0 -")]
    [InlineData("+4 ")]
    [InlineData("tel 1")]
    [InlineData("password ")]
    [InlineData("password is \"")]
    [InlineData("key=")]
    [InlineData("Pwd=a;")]
    [InlineData("a=b;")]
    [InlineData("-----BEGIN ")]
    [InlineData("-----BEGIN A-----\nxx\n")]
    [InlineData("eyJ")]
    [InlineData("sk-a1B")]
    [InlineData("https://")]
    [InlineData("http://a?b=")]
    [InlineData("x.xx/")]
    [InlineData("<at>")]
    [InlineData("@[")]
    [InlineData("29:")]
    [InlineData("Will ")]
    [InlineData("Will. ")]
    [InlineData("Will, ")]
    [InlineData("Anna ")]
    [InlineData("van der ")]
    [InlineData("A. ")]
    [InlineData("林")]
    [InlineData("山田")]
    [InlineData("وأ")]
    [InlineData("\u0316\u0301")]
    [InlineData("\u200D")]
    [InlineData("👩\u200D")]
    [InlineData("\uD800")]
    [InlineData("[…]")]
    [InlineData("\uFFFC")]
    [InlineData("ﷺ")]
    public void A_long_repetition_is_finished(string piece) => AssertFinishes(string.Concat(Enumerable.Repeat(piece, Length / piece.Length)));

    [Theory]
    [InlineData("0|1|+|(|)|-|/| |.|  |:")]
    [InlineData("a|b|.| at | dot |(at)|com|-|@")]
    [InlineData("a|.|/|:|://|-|?|=|&|#|www.")]
    [InlineData("password|:|=| |is |a1|\"|'|key|token|\n")]
    [InlineData("M|N|a|.|0|_|-|sk-|eyJ|x|=")]
    [InlineData("<|>|at|/|@|[|]|(|)|a")]
    [InlineData("Will| |,| and |Anna|.|Rose|van|der|A|May|\n")]
    [InlineData("Pwd=|a;|Server=|;| |=|User Id|x")]
    public void A_long_jumble_is_finished(string pieces)
    {
        var (parts, chance, text) = (pieces.Split('|'), new Random(7), new System.Text.StringBuilder());
        while (text.Length < Length) text.Append(parts[chance.Next(parts.Length)]);
        AssertFinishes(text.ToString());
    }

    [Fact]
    public void A_text_beyond_the_bound_is_refused_without_a_word_of_it()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Redactor.Redact(string.Concat(Enumerable.Repeat("canary", 1 + (Redactor.Longest / 6))), NastyTexts.Terms));

        Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.Ordinal);
    }

    private static void AssertFinishes(string text)
    {
        var once = Redactor.Redact(text, NastyTexts.Terms);

        Assert.Empty(Redactor.Redact(once.Text, NastyTexts.Terms).Redactions);
    }
}
