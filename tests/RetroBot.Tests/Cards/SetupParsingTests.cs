using RetroBot.Cards;
using RetroBot.Cards.Rounds;
using Xunit;

namespace RetroBot.Tests.Cards;

public sealed class SetupParsingTests
{
    private const string Valid =
        """{"cadence":"fortnightly","day":"thursday","time":"08:30","zone":"Asia/Tokyo","openDays":4,"threshold":"8","tools":"Copilot, ChatGPT\nClaude,copilot","leads":"a1,c3"}""";

    [Fact]
    public void A_complete_form_is_read_as_it_was_filled_in()
    {
        var setup = Complete(Valid);

        Assert.Equal((CadenceChoice.Fortnightly, WeekdayChoice.Thursday, new TimeOnly(8, 30), "Asia/Tokyo", 4, 8), (setup.Cadence, setup.Day, setup.Time, setup.Zone, setup.OpenDays, setup.Threshold));
        Assert.Equal(["Copilot", "ChatGPT", "Claude"], setup.Tools);
        Assert.Equal(["a1", "c3"], setup.Leads);
    }

    [Fact]
    public void Tools_and_further_leads_may_be_left_out()
    {
        var setup = Complete("""{"cadence":"weekly","day":"monday","time":"09:00","zone":"UTC","openDays":1,"threshold":5}""");

        Assert.Empty(setup.Tools);
        Assert.Empty(setup.Leads);
    }

    [Theory]
    [InlineData("ja", "ja")]
    [InlineData(null, "fr")]
    public void A_language_may_be_left_out_as_by_an_older_card(string? chosen, string expected)
    {
        var data = System.Text.Json.Nodes.JsonNode.Parse(Valid)!;
        if (chosen is not null) data["language"] = chosen;
        var current = CardGallery.Setup with { Language = Languages.Find("fr")! };

        var complete = Assert.IsType<SetupSubmission.Complete>(SetupCard.Parse(Data(data.ToJsonString()), CardGallery.SetupOf, current));

        Assert.Equal(expected, complete.Setup.Language.Tag);
    }

    [Fact]
    public void A_lead_who_is_not_on_the_list_stays_one()
    {
        var current = CardGallery.Setup with { Leads = ["installer", "b2"] };

        var complete = Assert.IsType<SetupSubmission.Complete>(SetupCard.Parse(Data(Valid), CardGallery.SetupOf, current));

        Assert.Equal(["installer", "a1", "c3"], complete.Setup.Leads);
    }

    [Theory]
    [InlineData("cadence", "\"daily\"")]
    [InlineData("day", "\"someday\"")]
    [InlineData("time", "\"9\"")]
    [InlineData("zone", "\"Mars/Olympus\"")]
    [InlineData("zone", "{\"name\":\"UTC\"}")]
    [InlineData("openDays", "0")]
    [InlineData("openDays", "7")]
    [InlineData("threshold", "4")]
    [InlineData("threshold", "101")]
    [InlineData("threshold", "\"many\"")]
    [InlineData("tools", "\"1,2,3,4,5,6,7,8,9,10,11,12,13\"")]
    [InlineData("tools", "\"a tool whose name is longer than forty-one characters\"")]
    [InlineData("tools", "[\"Copilot\"]")]
    [InlineData("leads", "\"somebody-else\"")]
    [InlineData("language", "\"xx\"")]
    [InlineData("language", "[\"de\"]")]
    public void A_value_that_the_field_does_not_take_is_refused_at_that_field_alone(string field, string value)
    {
        var data = System.Text.Json.Nodes.JsonNode.Parse(Valid)!;
        data[field] = System.Text.Json.Nodes.JsonNode.Parse(value);

        var incomplete = Assert.IsType<SetupSubmission.Incomplete>(SetupCard.Parse(Data(data.ToJsonString()), CardGallery.SetupOf, CardGallery.Setup));

        Assert.Equal(field, Assert.Single(incomplete.Entries.Errors).Key);
    }

    [Fact]
    public void Every_required_field_is_asked_for_at_once()
    {
        var incomplete = Assert.IsType<SetupSubmission.Incomplete>(SetupCard.Parse(Data("{}"), CardGallery.SetupOf, CardGallery.Setup));

        Assert.Equal("cadence day openDays threshold time zone", string.Join(' ', incomplete.Entries.Errors.Keys.Order(StringComparer.Ordinal)));
    }

    private static Setup Complete(string json) =>
        Assert.IsType<SetupSubmission.Complete>(SetupCard.Parse(Data(json), CardGallery.SetupOf, CardGallery.Setup)).Setup;

    private static CardData Data(string json) => new(CardGallery.Json(json));
}
