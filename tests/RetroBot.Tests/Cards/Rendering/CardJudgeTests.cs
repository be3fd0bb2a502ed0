using System.Buffers.Binary;
using System.Text.Json.Nodes;
using RetroBot.Cards;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>The judge of cards finds each kind of fault: without that, its silence says nothing.</summary>
[Collection<JudgedCards>]
public sealed class CardJudgeTests(CardJudge judge)
{
    [Fact]
    public async Task A_good_card_has_no_faults()
    {
        var faults = await judge.JudgeAsync(GoodCard());

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("an unknown element", """{ "type": "TextBlok", "text": "Hi" }""", "UnknownElementType")]
    [InlineData("an unknown value", """{ "type": "TextBlock", "text": "Hi", "size": "Huge" }""", "InvalidPropertyValue")]
    [InlineData("a value of the wrong type", """{ "type": "TextBlock", "text": "Hi", "wrap": "maybe" }""", "$.body[0].wrap was dropped")]
    [InlineData("a list of the wrong type", """{ "type": "Container", "items": { "type": "TextBlock", "text": "Hi" } }""", "$.body[0].items")]
    [InlineData("a misspelt property", """{ "type": "TextBlock", "text": "Hi", "wrapp": true }""", "$.body[0].wrapp is not a property of TextBlock")]
    [InlineData("a misspelt property of an unnamed type", """{ "type": "FactSet", "facts": [{ "title": "a", "value": "b", "valeu": "c" }] }""", "$.body[0].facts[0].valeu is not a property")]
    [InlineData("a picture without words", """{ "type": "Image", "url": "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }""", "$.body[0] has no altText")]
    [InlineData("an empty text", """{ "type": "TextBlock", "text": " " }""", "$.body[0] is an empty TextBlock")]
    [InlineData("an empty run of text", """{ "type": "RichTextBlock", "inlines": [{ "type": "TextRun", "text": "" }] }""", "$.body[0].inlines[0] is an empty TextRun")]
    [InlineData("an input without a label", """{ "type": "Input.Text", "id": "a" }""", "$.body[0] has no label")]
    [InlineData("a required input without a message", """{ "type": "Input.Text", "id": "a", "label": "A", "isRequired": true }""", "$.body[0] has no errorMessage")]
    [InlineData("a bounded input without a message", """{ "type": "Input.Number", "id": "a", "label": "A", "max": 7 }""", "$.body[0] has no errorMessage")]
    [InlineData("a choice of nothing", """{ "type": "Input.ChoiceSet", "id": "a", "label": "A", "choices": [] }""", "CollectionCantBeEmpty")]
    [InlineData("an input without an id", """{ "type": "Input.Text", "label": "A" }""", "PropertyCantBeNull")]
    [InlineData("an id twice", """{ "type": "Container", "items": [{ "type": "TextBlock", "id": "a", "text": "A" }, { "type": "TextBlock", "id": "a", "text": "B" }] }""", "DuplicateId")]
    [InlineData("a toggle of nothing", """{ "type": "ActionSet", "actions": [{ "type": "Action.ToggleVisibility", "title": "A", "targetElements": ["nothing"] }] }""", "toggles nothing, which is not on the card")]
    [InlineData("a button without words", """{ "type": "ActionSet", "actions": [{ "type": "Action.Execute", "verb": "a" }] }""", "$.body[0].actions[0] has no title")]
    [InlineData("a chart without a fallback", """{ "type": "Chart.Pie", "data": [] }""", "$.body[0] has no fallback")]
    [InlineData("a fault in the fallback of a chart", """{ "type": "Chart.Pie", "data": [], "fallback": { "type": "TextBlock", "text": "Hi", "wrapp": true } }""", "$.body[0].wrapp is not a property")]
    public async Task A_fault_in_an_element_is_found(string what, string element, string fault)
    {
        var card = GoodCard();
        card["body"] = new JsonArray(JsonNode.Parse(element));

        var faults = await judge.JudgeAsync(card);

        Assert.True(faults.Any(found => found.Contains(fault, StringComparison.Ordinal)), $"{what}: found only [{string.Join("; ", faults)}]");
    }

    [Theory]
    [InlineData("1.4")]
    [InlineData("1.6")]
    [InlineData(null)]
    public async Task Only_version_1_5_will_do(string? version)
    {
        var card = GoodCard();
        card["version"] = version;

        Assert.Contains(await judge.JudgeAsync(card), fault => fault is "$.version is not 1.5");
    }

    [Fact]
    public async Task More_than_six_actions_are_a_fault_wherever_they_are()
    {
        var card = GoodCard();
        card["body"] = new JsonArray(new JsonObject { ["type"] = "ActionSet", ["actions"] = Actions(7) });

        Assert.Contains(await judge.JudgeAsync(card), fault => fault is "$.body[0].actions are 7, over 6");
    }

    [Fact]
    public async Task A_card_of_more_than_25_KB_is_a_fault()
    {
        var card = GoodCard();
        card["body"]!.AsArray().Add(new JsonObject { ["type"] = "TextBlock", ["text"] = new string('x', 25 * 1024) });

        Assert.Contains(await judge.JudgeAsync(card), fault => fault.EndsWith("bytes, over 25600", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chart_with_a_fallback_is_no_fault()
    {
        var card = GoodCard();
        card["body"]!.AsArray().Add(JsonNode.Parse("""{ "type": "Chart.HorizontalBar", "data": [], "fallback": { "type": "TextBlock", "text": "Hi" } }"""));

        Assert.Empty(await judge.JudgeAsync(card));
    }

    [Theory]
    [InlineData("""{ "type": "ColumnSet", "columns": [{ "type": "Column", "width": "400px", "items": [{ "type": "TextBlock", "text": "Wide" }] }] }""")]
    [InlineData("""{ "type": "TextBlock", "text": "Longer than the card is wide on a phone, and not allowed to wrap" }""")]
    public async Task What_does_not_fit_on_a_phone_is_told(string element)
    {
        var card = GoodCard();
        card["body"] = new JsonArray(JsonNode.Parse(element));

        var outside = await judge.DrawAsync("judge-too-wide", DrawnCard.English(card), CardFrame.In(Languages.English));

        Assert.Equal(["light-320-en", "dark-320-en", "contrast-320-en"], outside);
    }

    [Fact]
    public async Task A_contact_sheet_holds_every_theme_width_and_language_beside_each_other()
    {
        Assert.Equal(3 * 2 * Languages.All.Count, CardFrame.Every.Select(frame => frame.Id).Distinct(StringComparer.Ordinal).Count());

        await judge.DrawAsync("judge-good", new DrawnCard(Languages.All.ToDictionary(language => language.Tag, _ => GoodCard(), StringComparer.Ordinal)), CardFrame.Every);

        var sheet = await File.ReadAllBytesAsync(Path.Combine(Clone.Artifacts, "cards", "judge-good.png"), TestContext.Current.CancellationToken);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(sheet.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(sheet.AsSpan(20)));
        Assert.Equal(3 * (640 + 320 + (4 * 16)) / 2, width);
        Assert.InRange(height, 7 * 200, 7 * 600);
    }

    private static JsonObject GoodCard() => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = JsonNode.Parse("""
            [
              { "type": "TextBlock", "text": "Good **and** [linked](https://example.com) 日本語 العربية", "style": "heading", "wrap": true },
              { "type": "Container", "style": "emphasis", "items": [{ "type": "TextBlock", "text": "Inside", "isSubtle": true, "color": "Default" }] },
              { "type": "Input.ChoiceSet", "id": "choice", "label": "Which?", "style": "expanded", "isRequired": true, "errorMessage": "Choose one.", "choices": [{ "title": "This", "value": "1" }, { "title": "That", "value": "2" }] },
              { "type": "Input.ChoiceSet", "id": "compact", "label": "And which?", "choices": [{ "title": "This", "value": "1" }] },
              { "type": "Input.Text", "id": "text", "label": "Why?", "isMultiline": true, "placeholder": "Because" },
              { "type": "Input.Toggle", "id": "toggle", "label": "Sure?", "title": "Yes" },
              { "type": "Table", "columns": [{ "width": 1 }, { "width": 2 }], "rows": [{ "type": "TableRow", "cells": [{ "type": "TableCell", "items": [{ "type": "TextBlock", "text": "a" }] }, { "type": "TableCell", "items": [{ "type": "TextBlock", "text": "b" }] }] }] },
              { "type": "ColumnSet", "columns": [{ "type": "Column", "width": "auto", "items": [{ "type": "TextBlock", "id": "shown", "text": "c" }] }] }
            ]
            """),
        ["actions"] = Actions(6),
    };

    private static JsonArray Actions(int count) =>
    [
        new JsonObject { ["type"] = "Action.ToggleVisibility", ["title"] = "Toggle", ["targetElements"] = new JsonArray("shown") },
        .. Enumerable.Range(2, count - 1).Select(number => new JsonObject
        {
            ["type"] = "Action.Execute", ["title"] = $"Do {number}", ["verb"] = "do", ["style"] = number == 2 ? "positive" : "default", ["data"] = new JsonObject { ["any"] = new JsonObject { ["thing"] = 1 } },
        }),
    ];
}
