using System.Globalization;
using Newtonsoft.Json.Linq;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using Xunit;

namespace RetroBot.Tests.Cards;

public sealed class CheckInParsingTests
{
    private const string Everything = """{"outcome":"helped","time":"oneToFourHours","changes":"shippedSooner,learnedSomething","confidence":"compared","tool":"Claude","obligation":"slightly"}""";

    [Fact]
    public void Every_button_of_the_first_step_names_an_outcome()
    {
        var buttons = JObject.Parse(new CheckInCard(CardGallery.CheckIn).Render(CultureInfo.GetCultureInfo("en")).ToJson())
            .Descendants().OfType<JObject>().Where(element => (string?)element["verb"] is CheckInCard.Verb).ToList();

        Assert.Equal(
            Enum.GetValues<OutcomeChoice>().Select(outcome => (OutcomeChoice?)outcome),
            buttons.Select(button => CheckInCard.Parse(Data(button["data"]!.ToString()))));
        Assert.All(buttons, button => Assert.Equal(CardGallery.Ticket, Ticket.Of(Data(button["data"]!.ToString()))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"outcome":"won"}""")]
    [InlineData("""{"outcome":0}""")]
    public void Data_without_an_outcome_of_the_card_is_unreadable(string json)
    {
        Assert.Null(CheckInCard.Parse(Data(json)));
        Assert.IsType<CheckInSubmission.Unreadable>(CheckInDetailsCard.Parse(Data(json), CardGallery.CheckIn));
    }

    [Fact]
    public void A_full_answer_is_read_as_it_was_chosen()
    {
        var full = Assert.IsType<CheckInSubmission.Full>(CheckInDetailsCard.Parse(Data(Everything), CardGallery.FourthCheckIn));

        Assert.Equal((OutcomeChoice.Helped, TimeChoice.OneToFourHours, ConfidenceChoice.Compared), (full.Outcome, full.Time, full.Confidence));
        Assert.Equal([ChangeChoice.ShippedSooner, ChangeChoice.LearnedSomething], full.Changes);
        Assert.Equal(("Claude", ObligationChoice.Slightly), (full.Tool, full.Obligation));
    }

    [Fact]
    public void What_a_round_does_not_ask_is_not_taken() =>
        Assert.Null(Assert.IsType<CheckInSubmission.Full>(CheckInDetailsCard.Parse(Data(Everything), CardGallery.CheckIn)).Obligation);

    [Fact]
    public void The_tool_may_be_left_out() =>
        Assert.Null(Assert.IsType<CheckInSubmission.Full>(CheckInDetailsCard.Parse(
            Data("""{"outcome":"costTime","time":"lostTime","changes":"nothingVisible","confidence":"guess"}"""), CardGallery.CheckIn)).Tool);

    [Fact]
    public void An_outcome_that_ends_at_the_first_step_needs_nothing_more() =>
        Assert.Equal(
            new CheckInSubmission.Brief(OutcomeChoice.NothingToReport, Obligation: null),
            CheckInDetailsCard.Parse(Data("""{"outcome":"nothingToReport"}"""), CardGallery.FourthCheckIn));

    [Fact]
    public void Every_field_that_cannot_be_used_is_named_and_what_was_typed_is_kept()
    {
        var incomplete = Assert.IsType<CheckInSubmission.Incomplete>(CheckInDetailsCard.Parse(
            Data("""{"outcome":"helped","time":["lostTime"],"changes":"fewerErrors","tool":"Abacus","obligation":"utterly"}"""), CardGallery.FourthCheckIn));

        Assert.Equal("confidence obligation time tool", string.Join(' ', incomplete.Entries.Errors.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal("fewerErrors", incomplete.Entries.Typed["changes"]);
    }

    [Fact]
    public void A_form_with_errors_shows_them_and_what_was_typed()
    {
        var incomplete = Assert.IsType<CheckInSubmission.Incomplete>(CheckInDetailsCard.Parse(Data("""{"outcome":"helped","time":"overFourHours"}"""), CardGallery.CheckIn));
        var json = JObject.Parse(new CheckInDetailsCard(CardGallery.CheckIn, incomplete.Outcome, incomplete.Entries).Render(CultureInfo.GetCultureInfo("en")).ToJson());

        Assert.Equal("overFourHours", (string?)Input(json, "time")["value"]);
        Assert.Equal("attention", (string?)Input(json, "confidence").Previous!["style"]);
        Assert.Null(Input(json, "time").Previous!["color"]);
    }

    private static JObject Input(JObject card, string id) => card.Descendants().OfType<JObject>().Single(element => string.Equals((string?)element["id"], id, StringComparison.Ordinal));

    private static CardData Data(string json) => new(CardGallery.Json(json));
}
