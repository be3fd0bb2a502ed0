using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Rounds;
using Xunit;

namespace RetroBot.Tests.Cards;

public sealed class CardLimitsTests
{
    private const int MostActions = 6;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_is_small_enough_to_send(string name) => Assert.InRange(BytesOf(Named(name)), 1, Card.LargestBytes);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_list_of_buttons_is_longer_than_Teams_shows(string name) =>
        Assert.All(
            JObject.Parse(Named(name).Render(English).ToJson()).DescendantsAndSelf().OfType<JProperty>().Where(property => property.Name is "actions"),
            actions => Assert.InRange(actions.Value.Count(), 1, MostActions));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_has_a_summary_that_fits_a_toast(string name)
    {
        var summary = Named(name).Summary(English);

        Assert.InRange(summary.Length, 10, 350);
        Assert.DoesNotContain('\n', summary);
        Assert.DoesNotContain('{', summary.Replace("{{", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_setup_card_stays_small_however_long_the_names_of_a_large_team_are()
    {
        var people = Enumerable.Range(1, 3000).Select(number => new PersonChoice($"00000000-0000-0000-0000-{number:D12}", new string('漢', 200))).ToList();
        var zones = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).ToList();
        var card = new SetupCard(CardGallery.SetupOf with { People = people, Zones = zones }, CardGallery.Setup);

        Assert.InRange(BytesOf(card), 10_000, Card.LargestBytes);
    }

    [Fact]
    public void What_is_too_large_to_send_again_is_not_put_on_a_card()
    {
        var data = CardGallery.Json($$"""{"tools":"{{new string('x', 100_000)}}"}""");

        Assert.InRange(BytesOf(new TryAgainCard(SetupCard.Verb, data)), 1, 1000);
    }

    [Fact]
    public void A_button_to_try_again_sends_the_same_as_before()
    {
        const string Sent = """{"team":"t","outcome":"helped","n":1,"at":"2026-11-16T09:00:00Z","nested":{"list":[1,null,true]}}""";
        var card = new TryAgainCard(CheckInDetailsCard.Verb, CardGallery.Json(Sent)).Render(English).ToJson();

        using var reader = new JsonTextReader(new StringReader(card)) { DateParseHandling = DateParseHandling.None };
        var action = JObject.Load(reader)["actions"]![0]!;
        Assert.Equal(CheckInDetailsCard.Verb, (string?)action["verb"]);
        Assert.Equal(Sent, action["data"]!.ToString(Formatting.None));
    }

    [Fact]
    public void A_confirmation_does_not_carry_the_answer()
    {
        var json = new SavedCard(CardGallery.Ticket, CardGallery.Closes).Render(English).ToJson();

        Assert.All(Enum.GetNames<OutcomeChoice>(), outcome => Assert.DoesNotContain($"\"{outcome}\"", json, StringComparison.OrdinalIgnoreCase));
    }

    private static Card Named(string name) => CardGallery.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Card;

    private static int BytesOf(Card card) => Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(card.Render(English)));
}
