using System.Text.Json.Nodes;
using RetroBot.Cards;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>axe finds nothing on any card that would keep somebody from reading or using it.</summary>
public sealed class AccessibilityTests(HeadlessBrowser browser) : IAsyncLifetime
{
    private static readonly CardFrame Phone = CardFrame.Of("light", 320, Languages.English);

    /// <summary>What a theme does to a card it does in every language, and what a language does in every theme.</summary>
    private static readonly CardFrame[] Frames =
        [.. CardFrame.In(Languages.English), .. Languages.All.Except([Languages.English]).Select(language => CardFrame.Of("light", 320, language))];

    private CardPage? page;

    public static TheoryData<string> Names => [.. CardGallery.All.Select(entry => entry.Name)];

    public async ValueTask InitializeAsync() => page = await CardPage.OpenAsync(browser);

    public async ValueTask DisposeAsync()
    {
        if (page is not null) await page.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_on_the_card_keeps_anybody_out(string name) => Assert.Empty(await page!.ObstaclesAsync(DrawnCard.Named(name), Frames));

    /// <summary>A picture without words is found by <see cref="CardRules"/>: the renderer calls it decoration, which axe believes.</summary>
    [Theory]
    [InlineData("label", """{ "type": "Input.Text", "id": "a" }""")]
    [InlineData("select-name", """{ "type": "Input.ChoiceSet", "id": "a", "choices": [{ "title": "This", "value": "1" }] }""")]
    [InlineData("color-contrast", """{ "type": "TextBlock", "text": "Hardly to be seen", "color": "light" }""")]
    [InlineData("aria-command-name", """{ "type": "Container", "selectAction": { "type": "Action.Execute", "verb": "a" }, "items": [{ "type": "Container", "minHeight": "20px", "items": [] }] }""")]
    public async Task An_obstacle_is_found(string rule, string element)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(JsonNode.Parse(element)) };

        var obstacles = await page!.ObstaclesAsync(DrawnCard.English(card), [Phone]);

        Assert.All(obstacles, found => Assert.StartsWith($"{rule} in light-320-en: ", found, StringComparison.Ordinal));
        Assert.NotEmpty(obstacles);
    }
}
