using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Rounds;
using Xunit;

namespace RetroBot.Tests.Cards;

/// <summary>Whoever can press a button can send anything in its place.</summary>
public sealed class HostileDataTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly string[] Names =
        ["team", "round", "ticket", "outcome", "time", "changes", "confidence", "tool", "obligation", "cadence", "day", "zone", "openDays", "threshold", "tools", "leads"];

    private static readonly string[] Texts =
        ["", " ", "helped", "notRelevant", "lostTime", "fewerErrors,guess", "guess", "Copilot", "weekly", "monday", "09:00", "UTC", "5", "-1", "1e400", ",", "a1,b2", "\0", "\n{{DATE}}", "💥", new('x', 5000)];

    private static Gen<string> AnyValue { get; } = Gen.OneOf(
        Gen.Elements(Texts).Select(text => JsonValue.Create(text).ToJsonString()),
        Gen.Elements("null", "true", "0", "5", "2.5", "1e999", "-99999999999999999999", "[]", "{}", "[\"helped\"]", """{"a":{"b":[1]}}""", "\"\\ud800\""));

    private static Gen<JsonElement> AnyData { get; } = Gen.OneOf(
        AnyValue.Select(CardGallery.Json),
        from values in AnyValue.ArrayOf(Names.Length)
        from present in Gen.Elements(true, true, true, false).ArrayOf(Names.Length)
        select CardGallery.Json("{" + string.Join(',', Names.Zip(values, present).Where(field => field.Third).Select(field => $"\"{field.First}\":{field.Second}")) + "}"));

    [Fact]
    public void Whatever_is_sent_a_check_in_is_read_without_a_fault_and_shown_again_on_a_card_that_can_be_sent() =>
        Prop.ForAll(AnyData.ToArbitrary(), data => CheckInDetailsCard.Parse(new CardData(data), CardGallery.FourthCheckIn) switch
        {
            CheckInSubmission.Incomplete(var outcome, var entries) => entries.Errors.Count > 0 && CanBeSent(new CheckInDetailsCard(CardGallery.FourthCheckIn, outcome, entries)),
            CheckInSubmission.Full full => full.Changes.Count > 0 && (full.Tool is null || CardGallery.CheckIn.Tools.Contains(full.Tool, StringComparer.Ordinal)),
            var other => other is CheckInSubmission.Brief or CheckInSubmission.Unreadable,
        }).Check(Thousand);

    [Fact]
    public void Whatever_is_sent_a_setup_is_read_without_a_fault_and_shown_again_on_a_card_that_can_be_sent() =>
        Prop.ForAll(AnyData.ToArbitrary(), data => SetupCard.Parse(new CardData(data), CardGallery.SetupOf, CardGallery.Setup) switch
        {
            SetupSubmission.Incomplete(var entries) => entries.Errors.Count > 0 && CanBeSent(new SetupCard(CardGallery.SetupOf, CardGallery.Setup, entries)),
            SetupSubmission.Complete(var setup) => setup is { OpenDays: >= Setup.ShortestOpenDays and <= Setup.LongestOpenDays, Threshold: >= Setup.LowestThreshold, Tools.Count: <= Setup.MostTools },
            _ => false,
        }).Check(Thousand);

    [Fact]
    public void Whatever_is_sent_can_be_sent_again() =>
        Prop.ForAll(AnyData.ToArbitrary(), data => Ticket.Of(new CardData(data)) is not { Code.Length: > 400 } && CanBeSent(new TryAgainCard(CheckInCard.Verb, data))).Check(Thousand);

    [Fact]
    public void A_name_of_somebody_elses_is_shown_as_text_and_not_as_markup()
    {
        var json = CardGallery.All.Single(entry => entry.Name is "check-in-hostile-names").Card.Render(CultureInfo.GetCultureInfo("en")).Body[0];

        Assert.Equal(
            """\[\*\*R&D\*\*\](https://evil.example) \`\_x\_\` \{\{DATE(2026-01-01)\}\} # \<b\> · Week of 16 November""",
            Assert.IsType<global::AdaptiveCards.AdaptiveTextBlock>(json).Text);
    }

    private static bool CanBeSent(Card card) =>
        Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(card.Render(CultureInfo.GetCultureInfo("en")))) <= Card.LargestBytes;
}
