using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>What the team tracks beside what it says, as the digest shows it; alone where the other is not shown.</summary>
internal static class TwoNumbersView
{
    private const string NumberFormat = "0.#";

    public static AdaptiveContainer Draw(Texts texts, OutcomeShown outcome)
    {
        var tracked = Number(Choices.TextOf(texts, outcome.Tracked.Metric), outcome.Tracked.Value.ToString(NumberFormat, texts.Culture), outcome.Before is { } before ? texts.Format($"{nameof(OutcomeMove)}.{before.Move}", before.Value) : null);
        List<AdaptiveElement> items = [Elements.Subheading(texts[outcome.Helped is null ? "TwoNumbers.Alone" : "TwoNumbers.Heading"])];
        items.Add(new AdaptiveColumnSet
        {
            Spacing = AdaptiveSpacing.Small,
            Columns = outcome.Helped is { } helped ? [tracked, Number(texts["TwoNumbers.Helped"], ShareBar.AmountOf(texts, helped), texts["TwoNumbers.OfAll"])] : [tracked],
        });
        if (outcome.Warning is { } warning)
            items.Add(Elements.Box(AdaptiveSpacing.Small, AdaptiveContainerStyle.Warning, new AdaptiveTextBlock(Choices.TextOf(texts, warning)) { Wrap = true }));
        items.Add(Elements.Note(texts["TwoNumbers.ByALead"]));
        return new AdaptiveContainer { Spacing = AdaptiveSpacing.Large, Items = items };
    }

    private static AdaptiveColumn Number(string label, string amount, string? note)
    {
        var tile = Elements.Tile(
            new AdaptiveTextBlock(label) { Wrap = true },
            new AdaptiveTextBlock(amount) { Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.None, Wrap = true });
        if (note is not null) tile.Items.Add(Elements.Note(note).Spaced(AdaptiveSpacing.None));
        return tile;
    }
}
