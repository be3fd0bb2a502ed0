using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Speaking;

/// <summary>Every card in every state, in every language: what <see cref="CardLimitsTests"/> asks of the English one.</summary>
public sealed class SpokenCardsTests
{
    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_card_is_small_enough_to_send(string tag) => Assert.All(CardGallery.All, entry =>
        Assert.InRange(Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(entry.Card.Render(Of(tag).Culture))), 1, Card.LargestBytes));

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_summary_fits_a_toast(string tag) => Assert.All(CardGallery.All, entry => Assert.InRange(entry.Card.Summary(Of(tag).Culture).Length, 5, 400));

    /// <summary>A value that could become a link, markup or a mention stands on a card with its marks disarmed, wherever the language puts it.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public void No_value_brings_markup_into_a_text(string tag) => Assert.All(CardGallery.All, entry =>
    {
        foreach (var text in JObject.Parse(entry.Card.Render(Of(tag).Culture).ToJson()).Descendants().OfType<JObject>().Where(element => (string?)element["type"] is "TextBlock").Select(element => (string)element["text"]!))
        {
            Assert.DoesNotContain("](", text.Replace(@"\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?<!\\)[<>`{}~]", text);
        }
    });

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_button_tells_the_language_of_its_card(string tag) => Assert.All(CardGallery.All.Where(entry => !entry.Name.StartsWith("try-again", StringComparison.Ordinal) && !entry.Name.StartsWith("language", StringComparison.Ordinal)), entry =>
        Assert.All(ButtonsOf(entry.Card, Of(tag)), button => Assert.Equal(tag, (string?)button["data"]?["lang"])));

    [Fact]
    public void A_card_runs_from_the_right_in_Arabic_alone() => Assert.All(Languages.All, language =>
        Assert.Equal(language.Tag is "ar" ? true : null, (bool?)JObject.Parse(CardGallery.All.First().Card.Render(language.Culture).ToJson())["rtl"]));

    [Fact]
    public void A_bar_grows_from_where_the_language_begins()
    {
        var (english, german, arabic) = (BarsIn("en"), BarsIn("de"), BarsIn("ar"));

        Assert.NotEmpty(english);
        Assert.Equal(english, german, StringComparer.Ordinal);
        Assert.Equal(english.Count, arabic.Count);
        Assert.Empty(english.Intersect(arabic, StringComparer.Ordinal));
    }

    /// <summary>Or the sign would stand alone at the beginning of a line.</summary>
    [Theory]
    [InlineData("fr", "environ 60\u202F%")]
    [InlineData("de", "etwa 60\u00A0%")]
    public void A_share_is_held_together_in_a_sentence_too(string tag, string written) =>
        Assert.Contains(written, CardGallery.Named("digest-trend").Render(Of(tag).Culture).ToJson(), StringComparison.Ordinal);

    [Fact]
    public void A_name_in_Latin_letters_stands_by_itself_in_Arabic_and_needs_nothing_elsewhere()
    {
        Assert.Equal("\u2068R&D \\[West\\]\u2069", Texts.ForCards(Of("ar").Culture).Value("R&D [West]"));
        Assert.Equal("R&D \\[West\\]", Texts.ForCards(Of("de").Culture).Value("R&D [West]"));
        Assert.Equal("R&D [West]", Texts.ForPlainText(Of("ar").Culture).Value("R&D [West]"));
    }

    [Theory]
    [InlineData("""{"lang":"ja"}""", "ja")]
    [InlineData("""{"lang":"xx"}""", null)]
    [InlineData("""{"lang":"../../etc"}""", null)]
    [InlineData("""{"lang":["de"]}""", null)]
    [InlineData("{}", null)]
    public void What_a_button_says_chooses_among_the_languages_there_are_and_nothing_else(string data, string? tag) => Assert.Equal(tag, new CardData(CardGallery.Json(data)).Language?.Tag);

    private static Language Of(string tag) => Languages.Find(tag)!;

    private static List<string> BarsIn(string tag) =>
        [.. JObject.Parse(CardGallery.All.Single(entry => entry.Name is "digest").Card.Render(Of(tag).Culture).ToJson()).Descendants().OfType<JObject>().Where(element => (string?)element["type"] is "Image").Select(image => (string)image["url"]!)];

    private static IEnumerable<JObject> ButtonsOf(Card card, Language language) =>
        JObject.Parse(card.Render(language.Culture).ToJson()).Descendants().OfType<JObject>().Where(element => (string?)element["type"] is "Action.Execute");
}
