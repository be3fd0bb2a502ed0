using AdaptiveCards;
using RetroBot.Cards;
using RetroBot.Cards.Digests;
using RetroBot.Cards.Rounds;
using Xunit;

namespace RetroBot.Tests.Cards.Speaking;

/// <summary>Dates as each language writes them.</summary>
public sealed class SpokenDatesTests
{
    [Theory]
    [InlineData("en", "week of 1 November", "week of 2 November")]
    [InlineData("de", "Woche vom 1. November", "Woche vom 2. November")]
    [InlineData("fr", "semaine du 1er novembre", "semaine du 2 novembre")]
    [InlineData("es", "semana del 1 de noviembre", "semana del 2 de noviembre")]
    [InlineData("pt-BR", "semana de 1º de novembro", "semana de 2 de novembro")]
    [InlineData("ja", "11月1日", "11月2日")]
    [InlineData("ar", "1 نوفمبر", "2 نوفمبر")]
    public void The_first_of_a_month_is_written_as_the_language_counts_it_and_every_other_day_as_its_number(string tag, string first, string second)
    {
        Assert.Contains(first, Closing(tag, 1), StringComparison.Ordinal);
        Assert.Contains(second, Closing(tag, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_that_day_is_written_as_on_any_other()
    {
        var texts = Texts.ForPlainText(Languages.Find("fr")!.Culture);

        Assert.Equal("dimanche 1er novembre à 01:00 (UTC)", new Moment(new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.Zero), "UTC").Local(texts).Words);
        Assert.Equal("lundi 2 novembre à 01:00 (UTC)", new Moment(new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero), "UTC").Local(texts).Words);
    }

    [Theory]
    [InlineData("en", "Thursday 19 November, 09:00 (America/New\\_York; 14:00 UTC)")]
    [InlineData("ar", "الخميس 19 نوفمبر، الساعة 09:00 (\u2068America/New\\_York\u2069؛ 14:00 بتوقيت UTC)")]
    public void A_zone_s_name_is_escaped_once_however_deep_it_stands(string tag, string written)
    {
        var card = new StatusCard("Platform team", new RoundStatus.Waiting(new Moment(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.FromHours(-5)), "America/New_York")));

        Assert.Contains(card.Render(Languages.Find(tag)!.Culture).Body.OfType<AdaptiveTextBlock>(), block => block.Text.Contains(written, StringComparison.Ordinal));
    }

    private static string Closing(string tag, int day) => new DigestClosingCard(new DateOnly(2026, 11, day)).Summary(Languages.Find(tag)!.Culture);
}
