using System.Text.Json;
using RetroBot.Simulation.Client;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class CardActionTests
{
    private static readonly JsonElement Card = JsonSerializer.Deserialize<JsonElement>(
        """
        {
          "type": "AdaptiveCard",
          "refresh": { "action": { "type": "Action.Execute", "verb": "refreshed" } },
          "selectAction": { "type": "Action.Execute", "verb": "card" },
          "body": [
            { "type": "Input.Text", "id": "note", "value": "as it was" },
            { "type": "Input.Text", "id": "empty" },
            { "type": "Input.Number", "id": "hours", "value": 3 },
            { "type": "Input.Toggle", "id": "agreed", "title": "Agreed", "valueOn": "yes", "valueOff": "no" },
            { "type": "Container", "items": [
              { "type": "ColumnSet", "columns": [
                { "type": "Column", "selectAction": { "type": "Action.Execute", "verb": "column" }, "items": [
                  { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "verb": "set", "title": "Set", "data": { "note": "from data", "week": 12 } } ] }
                ] }
              ] },
              { "type": "Table", "rows": [ { "type": "TableRow", "cells": [
                { "type": "TableCell", "items": [ { "type": "Image", "url": "x", "selectAction": { "type": "Action.Execute", "verb": "cell" } } ] }
              ] } ] },
              { "type": "Chart.Line", "fallback": { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "verb": "fallen" } ] } }
            ] }
          ],
          "actions": [
            { "type": "Action.Execute", "verb": "bare", "associatedInputs": "none", "data": { "type": "Action.Execute", "verb": "payload" } },
            { "type": "Action.ShowCard", "card": { "type": "AdaptiveCard",
              "body": [ { "type": "Input.ChoiceSet", "id": "band", "isRequired": true, "isMultiSelect": true, "choices": [ { "title": "Low", "value": "low" }, { "title": "High", "value": "high" } ] } ],
              "actions": [ { "type": "Action.Execute", "verb": "unfolded" } ] } },
            { "type": "Action.ShowCard", "card": { "type": "AdaptiveCard",
              "actions": [ { "type": "Action.Execute", "verb": "pick", "data": { "n": 1 } }, { "type": "Action.Execute", "verb": "pick", "data": { "n": 2 } } ] } }
          ]
        }
        """);

    [Fact]
    public void Actions_are_found_wherever_a_reader_sees_them_and_nowhere_else()
    {
        Assert.Equal(
            ["bare", "card", "cell", "column", "pick", "pick", "set", "unfolded"],
            CardAction.AllOn(Card).Select(action => action.Verb).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Inputs_lie_over_the_actions_data_and_empty_ones_are_left_out()
    {
        var data = CardAction.Find(Card, "set").DataWith(Typed(("note", "typed"), ("agreed", "yes")));

        Assert.Equal("""{"note":"typed","week":12,"hours":"3","agreed":"yes"}""", data.ToJsonString());
    }

    [Fact]
    public void Untouched_inputs_send_what_the_card_put_there()
    {
        var data = CardAction.Find(Card, "card").DataWith();

        Assert.Equal("""{"note":"as it was","hours":"3","agreed":"no"}""", data.ToJsonString());
    }

    [Fact]
    public void An_input_that_was_emptied_is_left_out()
    {
        var data = CardAction.Find(Card, "card").DataWith(Typed(("note", ""), ("hours", "")));

        Assert.Equal("""{"agreed":"no"}""", data.ToJsonString());
    }

    [Fact]
    public void An_unfolded_card_sends_its_inputs_and_the_outer_ones()
    {
        var data = CardAction.Find(Card, "unfolded").DataWith(Typed(("band", "low,high"), ("note", "both")));

        Assert.Equal("""{"note":"both","hours":"3","agreed":"no","band":"low,high"}""", data.ToJsonString());
    }

    [Fact]
    public void An_action_that_wants_no_inputs_gets_none()
    {
        Assert.Equal("payload", (string?)CardAction.Find(Card, "bare").DataWith()["verb"]);
        Assert.Throws<InvalidOperationException>(() => CardAction.Find(Card, "bare").DataWith(Typed(("note", "typed"))));
    }

    [Theory]
    [InlineData("set", "band", "low")]
    [InlineData("set", "nothing", "x")]
    [InlineData("set", "agreed", "perhaps")]
    [InlineData("unfolded", "band", "low,middle")]
    [InlineData("unfolded", "band", "")]
    [InlineData("unfolded", "note", "without the required band")]
    public void What_a_client_would_not_send_is_refused(string verb, string input, string typed)
    {
        Assert.Throws<InvalidOperationException>(() => CardAction.Find(Card, verb).DataWith(Typed((input, typed))));
    }

    [Fact]
    public void Among_actions_of_one_verb_the_data_chooses()
    {
        var second = CardAction.Find(Card, "pick", data => data.GetProperty("n").GetInt32() == 2);

        Assert.Equal(2, second.Data.GetProperty("n").GetInt32());
        Assert.Throws<InvalidOperationException>(() => CardAction.Find(Card, "pick"));
    }

    [Fact]
    public void A_verb_that_is_not_there_is_answered_with_those_that_are()
    {
        var none = Assert.Throws<InvalidOperationException>(() => CardAction.Find(Card, "fallen"));

        Assert.Contains("unfolded", none.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Typed(params (string Id, string Value)[] typed) =>
        typed.ToDictionary(input => input.Id, input => input.Value, StringComparer.Ordinal);
}
