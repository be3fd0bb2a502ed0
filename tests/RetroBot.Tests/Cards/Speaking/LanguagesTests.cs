using System.Globalization;
using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Speaking;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE-ch", "de")]
    [InlineData("de_DE", "de")]
    [InlineData("en-US", "en")]
    [InlineData("fr-CA", "fr")]
    [InlineData("es-419", "es")]
    [InlineData("pt-PT", "pt-BR")]
    [InlineData("pt", "pt-BR")]
    [InlineData("ja-JP", "ja")]
    [InlineData("ar-SA", "ar")]
    [InlineData("ar-Latn-EG", "ar")]
    [InlineData("zh-Hans-CN", "en")]
    [InlineData("it-IT", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData("-", "en")]
    [InlineData("d", "en")]
    [InlineData("deutsch", "en")]
    [InlineData("../de", "en")]
    [InlineData("\0de", "en")]
    public void Whatever_Teams_sends_the_nearest_language_is_spoken(string? locale, string tag) => Assert.Equal(tag, Languages.Nearest(locale).Tag);

    [Theory]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("AR", "ar")]
    [InlineData("pt", null)]
    [InlineData("de-AT", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_language_that_is_offered_can_be_chosen(string? tag, string? found) => Assert.Equal(found, Languages.Find(tag)?.Tag);

    [Fact]
    public void What_a_culture_writes_does_not_depend_on_the_machine() =>
        Assert.All(Languages.All, language =>
        {
            Assert.Contains('-', language.Culture.Name);
            Assert.IsType<GregorianCalendar>(language.Culture.Calendar);
            Assert.Equal(":", language.Culture.DateTimeFormat.TimeSeparator);
            Assert.Matches("^12[., \u00A0\u202F]345$", 12_345.ToString("N0", language.Culture));
            Assert.Same(language, Languages.Nearest(language.Culture.Name));
        });

    [Fact]
    public void A_language_is_offered_by_its_own_name_and_only_Arabic_runs_from_the_right()
    {
        Assert.Equal(Languages.All.Count, Languages.All.Select(language => language.OwnName).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["ar"], Languages.All.Where(language => language.Culture.TextInfo.IsRightToLeft).Select(language => language.Tag));
    }
}
