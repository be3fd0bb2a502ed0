using System.Globalization;
using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Speaking;

/// <summary>Held against the samples that CLDR gives for each form.</summary>
public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", "One", "1")]
    [InlineData("en", "Other", "0 2-16 100 1000 1000000")]
    [InlineData("de", "One", "1")]
    [InlineData("de", "Other", "0 2-16 100 1000 1000000")]
    [InlineData("fr", "One", "0 1")]
    [InlineData("fr", "Many", "1000000 2000000")]
    [InlineData("fr", "Other", "2-17 100 1000 10000 100000 1000001")]
    [InlineData("es", "One", "1")]
    [InlineData("es", "Many", "1000000 2000000")]
    [InlineData("es", "Other", "0 2-16 100 1000 10000 100000")]
    [InlineData("pt", "One", "0 1")]
    [InlineData("pt", "Many", "1000000 2000000")]
    [InlineData("pt", "Other", "2-17 100 1000 10000 100000")]
    [InlineData("ja", "Other", "0-15 100 1000 1000000")]
    [InlineData("ar", "Zero", "0")]
    [InlineData("ar", "One", "1")]
    [InlineData("ar", "Two", "2")]
    [InlineData("ar", "Few", "3-10 103-110 1003")]
    [InlineData("ar", "Many", "11-26 99 111 199 1011")]
    [InlineData("ar", "Other", "100-102 200-202 1000 1000000")]
    public void A_number_takes_the_form_that_CLDR_says(string language, string form, string numbers) =>
        Assert.All(Numbers(numbers), number => Assert.Equal(Enum.Parse<PluralForm>(form), PluralRules.Of(language, number)));

    [Theory]
    [InlineData("en", 1, "1 day")]
    [InlineData("en", 3, "3 days")]
    [InlineData("en-GB", 1, "1 day")]
    [InlineData("ja", 1, "1")]
    public void A_text_is_worded_after_the_number(string culture, int number, string expected) =>
        Assert.StartsWith(expected, Texts.ForCards(CultureInfo.GetCultureInfo(culture)).Count("SetupSaved.Days", number, number), StringComparison.Ordinal);

    [Fact]
    public void A_language_without_the_form_does_not_borrow_that_of_another() =>
        Assert.All(Languages.All, language => Assert.All(Enumerable.Range(1, 6), days =>
        {
            var text = Texts.ForCards(language.Culture).Count("SetupSaved.Days", days, days);
            var own = TextFiles.Of(language).Where(entry => TextFiles.BaseOf(entry.Key) == "SetupSaved.Days").Select(entry => string.Format(language.Culture, entry.Value, days));
            Assert.Contains(text, own, StringComparer.Ordinal);
        }));

    private static IEnumerable<int> Numbers(string ranges) =>
        from range in ranges.Split(' ')
        let ends = range.Split('-')
        from number in Enumerable.Range(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture) - int.Parse(ends[0], CultureInfo.InvariantCulture) + 1)
        select number;
}
