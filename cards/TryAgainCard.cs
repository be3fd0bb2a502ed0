using System.Text.Json;
using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace RetroBot.Cards;

/// <summary>Something of ours broke, perhaps after it was stored. The button sends the same again, so that nobody types it twice.</summary>
/// <param name="Verb">Of the button that was pressed; empty where something was written.</param>
/// <param name="Data">What was sent with it.</param>
public sealed record TryAgainCard(string Verb, JsonElement Data) : NoticeCard
{
    /// <summary>Characters. More than any of our forms sends; beyond it the button is left out and the card stays small.</summary>
    private const int LargestData = 8 * 1024;

    private bool CanBeSentAgain => Verb.Length > 0 && Data.ValueKind == JsonValueKind.Object && Data.GetRawText().Length <= LargestData;

    private protected override string Title(Texts texts) => texts["TryAgain.Title"];

    private protected override string Text(Texts texts) => texts[CanBeSentAgain ? "TryAgain.Text" : "TryAgain.WriteAgain"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts)
    {
        if (!CanBeSentAgain) return [];

        // Read without guessing at dates, so that what is sent again is what was sent.
        using var reader = new JsonTextReader(new StringReader(Data.GetRawText())) { DateParseHandling = DateParseHandling.None };
        return [new AdaptiveExecuteAction { Title = texts["TryAgain.Button"], Verb = Verb, Data = JToken.ReadFrom(reader), Style = "positive" }];
    }
}
