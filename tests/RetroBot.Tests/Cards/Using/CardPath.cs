using System.Text.Json;
using RetroBot.Cards;

namespace RetroBot.Tests.Cards.Using;

/// <summary>A way through cards, and what may be asked of a person on it.</summary>
/// <param name="MostTaps">What the way may take at most.</param>
/// <param name="Answer">The card that comes when another has sent its verb and this data; null where that does not lead on.</param>
internal sealed record CardPath(string Name, int MostTaps, Card First, IReadOnlyList<Step> Steps, Func<string, CardData, Card?> Answer)
{
    public static IReadOnlyList<CardPath> All { get; } = [.. CheckInPaths.All, .. CaseStudyPaths.All, .. CatalogPaths.All, .. LeadPaths.All];

    public override string ToString() => Name;

    public Card After(JsonElement sent) =>
        Answer(sent.GetProperty("verb").GetString()!, new CardData(sent.GetProperty("data"))) ?? throw new InvalidOperationException($"What was sent is none of this way's: {sent.GetRawText()}");
}
