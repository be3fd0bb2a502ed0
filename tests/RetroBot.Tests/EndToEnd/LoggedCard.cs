using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Cards;
using RetroBot.Host.Local;

namespace RetroBot.Tests.EndToEnd;

/// <summary>A card that the bot sent, or put in the place of another, as the Playground logged it.</summary>
/// <param name="Message">With which it came, or which it answers.</param>
/// <param name="MessageId">What the Playground calls the message.</param>
internal sealed record LoggedCard(JsonObject Message, string MessageId, JsonObject Card)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Conversation { get; } = (string?)Message["conversation"]?["id"] ?? "";

    /// <summary>Whether it took the place of a card on which somebody pressed a button.</summary>
    public bool IsAnswer { get; } = (string?)Message["type"] is "invoke";

    public bool Holds(string text) => Card.ToJsonString(AsWritten).Contains(text, StringComparison.Ordinal);

    /// <summary>The data of the first button with this verb that suits.</summary>
    public JsonObject Button(string verb, Func<CardData, bool> suits) => Button(Card, verb, suits);

    public static JsonObject Button(JsonObject card, string verb, Func<CardData, bool> suits) =>
        new CardOnScreen(card).Button(verb, suits) ?? throw new InvalidOperationException($"The card has no such button {verb}: {card}");
}
