using System.Text.Json;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Tests.Cards.Rendering;

namespace RetroBot.Tests.Cards.Using;

/// <summary>What came of going a way through the check-in, from its first card to the one that thanks.</summary>
/// <param name="Characters">On all cards of the way, as they stand there before anything is pressed.</param>
/// <param name="Sent">What the cards sent, one after the other.</param>
internal sealed record Walk(int Characters, IReadOnlyList<string> Sent)
{
    private static readonly CardFrame Phone = CardFrame.Of("light", 320, Languages.English);

    public static async Task<Walk> GoAsync(CardPage page, CheckInPath path, CardUser user)
    {
        var characters = await page.ShowAsync(DrawnCard.Of(new CheckInCard(path.Context)), Phone);
        List<string> all = [];
        foreach (var step in path.Steps)
        {
            await user.DoAsync(step);
            if (await page.SentAsync() is not { } sent) continue;
            all.Add(sent.GetRawText());
            characters += await page.ShowAsync(DrawnCard.Of(path.Answer(sent.GetProperty("verb").GetString()!, sent.GetProperty("data"))), Phone);
        }

        return new Walk(characters, all);
    }
}
