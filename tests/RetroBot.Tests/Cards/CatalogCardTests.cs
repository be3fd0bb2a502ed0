using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Host.Teams;
using RetroBot.Tests.CaseStudies;
using Xunit;

namespace RetroBot.Tests.Cards;

/// <summary>The catalog in a chat, filled to its limits.</summary>
public sealed class CatalogCardTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string, string> LettersAndTags =>
        [.. from letter in StoryCardTests.Letters.Select(row => row.Data) from language in Languages.All select new TheoryDataRow<string, string>(letter, language.Tag)];

    /// <summary>All of it: the card with its fallback and buttons, its summary, and the message around them.</summary>
    [Theory]
    [MemberData(nameof(LettersAndTags))]
    public void A_message_with_every_text_full_is_small_enough_to_send_and_says_whole_how_to_try_it(string letter, string tag)
    {
        var (card, culture) = (Full(letter), Languages.Find(tag)!.Culture);
        var drawn = card.Render(culture).ToJson();

        Assert.InRange(Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(CardMessage.Of(card, culture))), 5000, Card.LargestBytes);
        Assert.Equal(CatalogCard.MostEntries, Occurrences(drawn, JsonConvert.SerializeObject(Texts.ForCards(culture).Value(card.Entries[0].HowToTry))));
    }

    [Fact]
    public void What_AI_did_is_told_in_two_hundred_characters_and_in_full_where_it_is_shorter()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 80));
        var shown = TextsOn(Telling(text), "**What AI did:** ").Single();

        Assert.InRange(shown.Length, 150, 200);
        Assert.EndsWith("word…", shown, StringComparison.Ordinal);
        Assert.Equal(text[..190].Trim(), TextsOn(Telling(text[..190].Trim()), "**What AI did:** ").Single());
    }

    [Fact]
    public void Where_it_is_not_told_what_AI_did_stands_how_to_try_it() =>
        Assert.Equal("Ask for open questions.", TextsOn(Telling(role: null), "**How to try it:** ").Single());

    [Fact]
    public void Each_case_study_unfolds_by_itself_and_a_screen_reader_says_which()
    {
        var card = JsonNode.Parse(Full("x").Render(English).ToJson())!;
        var toggles = Elements(card).Where(element => (string?)element["type"] is "Action.ToggleVisibility").ToList();

        Assert.Equal(["tryIt0", "tryIt1", "tryIt2", "tryIt3", "tryIt4"], toggles.Select(toggle => (string?)toggle["targetElements"]!.AsArray().Single()));
        Assert.All(toggles, toggle => Assert.Matches("^How to try it x+$", (string?)toggle["title"]));
        Assert.All(toggles, toggle => Assert.False((bool?)Elements(card).Single(element => (string?)element["id"] == (string?)toggle["targetElements"]![0])["isVisible"]));
    }

    private static CatalogCard Telling(string? role) => new([new("Title", Level: null, Area: null, Tool: null, "2026-Q4", role, "Ask for open questions.", NotWhen: null)], IsSearch: true, OutOf: null, Page: null);

    private static CatalogCard Full(string letter)
    {
        var (title, text) = (Filled(letter, WrittenStory.LongestTitle), Filled(letter, WrittenStory.LongestText));
        var entry = new CatalogEntry(title, VerificationLevel.TeamMetricMoved, AreaChoice.SupportHistory, Filled(letter, 40), "2026-Q4", text, text, text);
        return new CatalogCard([.. Enumerable.Repeat(entry, CatalogCard.MostEntries)], IsSearch: false, new DigestCard.Band(20, 49), new Uri("https://retrobot.contoso.com/catalog?lang=pt-BR&q=" + Uri.EscapeDataString(new string('漢', 200))));
    }

    private static IEnumerable<string> TextsOn(CatalogCard card, string label) =>
        Elements(JsonNode.Parse(card.Render(English).ToJson())!).Select(element => (string?)element["text"]).OfType<string>().Where(text => text.StartsWith(label, StringComparison.Ordinal)).Select(text => text[label.Length..]);

    private static IEnumerable<JsonObject> Elements(JsonNode node) => node switch
    {
        JsonObject element => element.Select(property => property.Value).OfType<JsonNode>().SelectMany(Elements).Prepend(element),
        JsonArray all => all.OfType<JsonNode>().SelectMany(Elements),
        _ => [],
    };

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static string Filled(string letter, int length) => string.Concat(Enumerable.Repeat(letter, length))[..(length / letter.Length * letter.Length)].Trim();
}
