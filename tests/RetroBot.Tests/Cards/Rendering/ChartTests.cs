using System.Globalization;
using System.Text.Json.Nodes;
using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>What changed is a chart where Teams draws one, and reads as well where it does not.</summary>
[Collection<JudgedCards>]
public sealed class ChartTests(CardJudge judge)
{
    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Fact]
    public void The_chart_is_written_as_Teams_documents_it_and_each_label_says_the_amount()
    {
        var chart = Chart("en");
        chart.Remove("fallback");

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""
                    {
                      "type": "Chart.HorizontalBar", "title": "Shares of all answers", "xAxisTitle": "%", "color": "categoricalBlue",
                      "data": [{ "x": "Less tedious, 40%", "y": 40 }, { "x": "Fewer errors, 20%", "y": 20 }, { "x": "Made work for others, under 10%", "y": 0 }],
                      "spacing": "small"
                    }
                    """),
                chart),
            chart.ToJsonString());
    }

    [Fact]
    public async Task A_client_without_charts_draws_bars_with_the_same_words()
    {
        var words = await judge.WordsAsync(Card("en"));

        Assert.Contains("What changed|More than one could be chosen; what hardly anyone or nearly everyone chose is left out.|Less tedious|40%|40%|Fewer errors|20%|20%|Made work for others|under 10%|under 10%|", string.Join('|', words), StringComparison.Ordinal);
    }

    /// <summary>Labels are no Markdown: what is escaped, or kept in its own direction, for the rest of the card would be seen in them.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public void Its_labels_are_plain_in_every_language(string tag) =>
        Assert.All(Chart(tag)["data"]!.AsArray(), bar => Assert.DoesNotMatch("[\\\\\u2066-\u2069]", (string?)bar!["x"]));

    private static JsonObject Chart(string tag) => Card(tag).Elements().Single(element => (string?)element["type"] == "Chart.HorizontalBar");

    private static JsonObject Card(string tag) =>
        JsonNode.Parse(CardGallery.All.Single(entry => entry.Name == "digest").Card.Render(Languages.Find(tag)!.Culture).ToJson())!.AsObject();
}
