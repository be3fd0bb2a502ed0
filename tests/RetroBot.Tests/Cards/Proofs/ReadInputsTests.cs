using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Cards.Rounds;
using Xunit;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>Nobody fills in anything that is not read: whatever stands in a field changes what comes of the form.</summary>
public sealed class ReadInputsTests
{
    private const string Words = "https://contoso.com/notes";

    /// <summary>By the verb of the action that sends it. A new form is added here.</summary>
    private static readonly Dictionary<string, Func<Card, CardData, object>> Parsers = new(StringComparer.Ordinal)
    {
        [CheckInDetailsCard.Verb] = (card, data) => CheckInDetailsCard.Parse(data, ((CheckInDetailsCard)card).Context),
        [PurposeCard.Verb] = (_, data) => PurposeCard.Parse(data),
        [SetupCard.Verb] = (card, data) => SetupCard.Parse(data, ((SetupCard)card).Context, CardGallery.Setup),
        [StoryFormCard.Verb] = (card, data) => StoryFormCard.Parse(data, ((StoryFormCard)card).Context),
        [TeamOutcomeCard.Verb] = (_, data) => TeamOutcomeCard.Parse(data),
        [ToolsCard.Verb] = (card, data) => ToolsCard.Parse(data, ((ToolsCard)card).Context),
    };

    public static TheoryData<string> Names => [.. DrawnForm.All.Where(form => form.Submit is not null).Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_the_card_is_read(string name)
    {
        var form = DrawnForm.All.Single(form => string.Equals(form.Name, name, StringComparison.Ordinal));
        var verb = DrawnForm.Text(form.Submit!, "verb")!;
        Assert.True(Parsers.TryGetValue(verb, out var parse), $"{verb} is sent by {name}: say here how it is read.");

        var filledIn = form.Submit!["data"]!.DeepClone().AsObject();
        foreach (var input in form.Inputs) filledIn[IdOf(input)] = Good(input);
        var good = parse(form.Model, Data(filledIn)).ToString();

        Assert.All(form.Inputs, input =>
        {
            var otherwise = filledIn.DeepClone().AsObject();
            otherwise[IdOf(input)] = Bad(input);
            Assert.NotEqual(good, parse(form.Model, Data(otherwise)).ToString());
        });
    }

    [Fact]
    public void Every_form_that_is_read_is_on_a_card() =>
        Assert.Equal(Parsers.Keys.Order(StringComparer.Ordinal), DrawnForm.All.Select(form => form.Submit).OfType<JsonObject>().Select(action => DrawnForm.Text(action, "verb")!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string IdOf(JsonObject input) => DrawnForm.Text(input, "id")!;

    private static CardData Data(JsonObject sent) => new(CardGallery.Json(sent.ToJsonString()));

    private static string Good(JsonObject input) => DrawnForm.Text(input, "type") switch
    {
        "Input.ChoiceSet" => DrawnForm.Text(input["choices"]!.AsArray()[IdOf(input) is "forShow" ? ^1 : 0]!.AsObject(), "value")!,
        "Input.Date" => DrawnForm.Text(input, "min")!,
        "Input.Number" => input["min"]!.ToJsonString(),
        "Input.Text" => Words,
        "Input.Time" => "10:00",
        "Input.Toggle" => DrawnForm.Text(input, "valueOn")!,
        var type => throw new InvalidOperationException($"How is {type} filled in?"),
    };

    /// <summary>What no field takes; and a box that is not ticked.</summary>
    private static string Bad(JsonObject input) => DrawnForm.Text(input, "type") is "Input.Toggle" ? DrawnForm.Text(input, "valueOff")! : new string('x', 5000);
}
