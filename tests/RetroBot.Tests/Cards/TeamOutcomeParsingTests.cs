using System.Globalization;
using RetroBot.Cards;
using RetroBot.Cards.Digests;
using RetroBot.Core.Digests;
using RetroBot.Host.Digests;
using Xunit;

namespace RetroBot.Tests.Cards;

public sealed class TeamOutcomeParsingTests
{
    [Theory]
    [InlineData("cycleTime", "4.2", MetricChoice.CycleTime, "4.2")]
    [InlineData("cycleTime", "\"4,2\"", MetricChoice.CycleTime, "4.2")]
    [InlineData("cycleTime", "\" 4.20 \"", MetricChoice.CycleTime, "4.2")]
    [InlineData("escapedDefects", "0", MetricChoice.EscapedDefects, "0")]
    [InlineData("satisfaction", "5", MetricChoice.Satisfaction, "5")]
    public void A_number_is_read_as_every_client_sends_it(string metric, string value, MetricChoice expected, string number)
    {
        var complete = Assert.IsType<TeamOutcomeSubmission.Complete>(Parse($$"""{"metric":"{{metric}}","value":{{value}}}"""));

        Assert.Equal(new TrackedValue(expected, decimal.Parse(number, CultureInfo.InvariantCulture)), complete.Tracked);
    }

    [Theory]
    [InlineData("cycleTime", "-0.1", "value")]
    [InlineData("cycleTime", "366", "value")]
    [InlineData("cycleTime", "4.25", "value")]
    [InlineData("cycleTime", "\"1.234,5\"", "value")]
    [InlineData("cycleTime", "\"soon\"", "value")]
    [InlineData("cycleTime", "\"NaN\"", "value")]
    [InlineData("cycleTime", "1e300", "value")]
    [InlineData("cycleTime", "null", "value")]
    [InlineData("cycleTime", "{}", "value")]
    [InlineData("escapedDefects", "0.5", "value")]
    [InlineData("escapedDefects", "-1", "value")]
    [InlineData("escapedDefects", "10000", "value")]
    [InlineData("satisfaction", "0", "value")]
    [InlineData("satisfaction", "5.1", "value")]
    [InlineData("hours", "4", "metric")]
    [InlineData("", "4", "metric")]
    public void What_cannot_be_used_is_refused_at_its_field(string metric, string value, string field) =>
        Assert.Equal(field, Assert.Single(Assert.IsType<TeamOutcomeSubmission.Incomplete>(Parse($$"""{"metric":"{{metric}}","value":{{value}}}""")).Entries.Errors).Key);

    /// <summary>Cards and Core know nothing of each other; what the form takes must be what Core takes.</summary>
    [Fact]
    public void The_form_takes_what_Core_takes_and_nothing_else()
    {
        foreach (var metric in Enum.GetValues<MetricChoice>())
        {
            var scale = MetricScale.Of(OutcomeTerms.Of(metric));
            foreach (var value in new[] { -1, 0, 0.1m, 0.9m, 1, 1.5m, 4.25m, 5, 5.1m, 365, 365.1m, 9999, 10000 })
                Assert.Equal(scale.Includes(value), Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"metric":"{{Choices.NameOf(metric)}}","value":{{value}}}""")) is TeamOutcomeSubmission.Complete);
        }
    }

    private static TeamOutcomeSubmission Parse(string json) => TeamOutcomeCard.Parse(new CardData(CardGallery.Json(json)));
}
