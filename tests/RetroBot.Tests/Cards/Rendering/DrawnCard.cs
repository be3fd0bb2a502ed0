using System.Text.Json.Nodes;
using RetroBot.Cards;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>A card as it is sent in each of some languages, by their tags.</summary>
public sealed record DrawnCard(IReadOnlyDictionary<string, JsonObject> ByLanguage)
{
    public static DrawnCard Of(Card card) => new(Languages.All.ToDictionary(language => language.Tag, language => Json(card, language), StringComparer.Ordinal));

    /// <summary>The card of the gallery that has this name.</summary>
    public static DrawnCard Named(string name) => Of(CardGallery.Named(name));

    public static DrawnCard English(JsonObject card) => new(new Dictionary<string, JsonObject>(StringComparer.Ordinal) { [Languages.English.Tag] = card });

    private static JsonObject Json(Card card, Language language) => JsonNode.Parse(card.Render(language.Culture).ToJson())!.AsObject();
}
