using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>What a lead says that the team changed, as the digest shows it.</summary>
internal static class ChangedView
{
    public static AdaptiveContainer Draw(Texts texts, string changed) => new()
    {
        Spacing = AdaptiveSpacing.Large,
        Items = [Elements.Subheading(texts["Changed.Heading"]), Elements.Paragraph(texts.Value(changed)), Elements.Note(texts["Changed.ByALead"])],
    };
}
