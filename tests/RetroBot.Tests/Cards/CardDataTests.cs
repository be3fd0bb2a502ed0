using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using Xunit;

namespace RetroBot.Tests.Cards;

public sealed class CardDataTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("""{"other":1}""")]
    [InlineData("""{"field":null}""")]
    [InlineData("""{"field":"  "}""")]
    public void What_is_not_there_is_missing(string json) => Assert.IsType<Field<string>.Missing>(Data(json).Text("field", 10));

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    [InlineData("true")]
    [InlineData("\"12345678901\"")]
    [InlineData("\"\\ud800\"")]
    public void A_text_of_the_wrong_kind_or_size_is_invalid(string value) => Assert.IsType<Field<string>.Invalid>(Data($$"""{"field":{{value}}}""").Text("field", 10));

    [Fact]
    public void A_text_is_given_without_the_blanks_around_it() =>
        Assert.Equal(new Field<string>.Given("a b"), Data("""{"field":" a b\n"}""").Text("field", 3));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("\"3\"", 3)]
    public void A_number_may_come_as_a_number_or_as_text(string value, int number) =>
        Assert.Equal(new Field<int>.Given(number), Data($$"""{"field":{{value}}}""").Number("field", 1, 6));

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("2.5")]
    [InlineData("1e999")]
    [InlineData("\"three\"")]
    [InlineData("[3]")]
    public void A_number_out_of_range_or_not_whole_is_invalid(string value) =>
        Assert.IsType<Field<int>.Invalid>(Data($$"""{"field":{{value}}}""").Number("field", 1, 6));

    [Theory]
    [InlineData("sometimes")]
    [InlineData("OverFourHours")]
    [InlineData("0")]
    [InlineData("lostTime,overFourHours")]
    public void A_choice_that_the_card_does_not_offer_is_invalid(string value) =>
        Assert.IsType<Field<TimeChoice>.Invalid>(Data($$"""{"field":"{{value}}"}""").Choice<TimeChoice>("field"));

    [Fact]
    public void A_choice_given_twice_counts_once() =>
        Assert.Equal(
            [ChangeChoice.LessTedious, ChangeChoice.FewerErrors],
            Assert.IsType<Field<IReadOnlyList<ChangeChoice>>.Given>(Data("""{"field":"lessTedious,fewerErrors,lessTedious"}""").ChoicesOf<ChangeChoice>("field")).Value);

    [Theory]
    [InlineData(",,")]
    [InlineData("lessTedious,everything")]
    public void Several_choices_are_invalid_when_one_of_them_is(string value) =>
        Assert.IsType<Field<IReadOnlyList<ChangeChoice>>.Invalid>(Data($$"""{"field":"{{value}}"}""").ChoicesOf<ChangeChoice>("field"));

    [Theory]
    [InlineData("25:00")]
    [InlineData("9:00")]
    [InlineData("09:00:00")]
    [InlineData("noon")]
    public void A_time_of_another_shape_is_invalid(string value) => Assert.IsType<Field<TimeOnly>.Invalid>(Data($$"""{"field":"{{value}}"}""").Time("field"));

    [Fact]
    public void A_ticket_comes_back_as_it_was_sent()
    {
        Assert.Equal(new Ticket("t", "r", "k"), Ticket.Of(Data("""{"team":"t","round":"r","ticket":"k","outcome":"helped"}""")));
        Assert.Null(Ticket.Of(Data("""{"team":"t","round":"r"}""")));
        Assert.Null(Ticket.Of(Data("""{"team":"t","round":"r","ticket":{"k":1}}""")));
    }

    private static CardData Data(string json) => new(CardGallery.Json(json));
}
