using RetroBot.Cards;
using RetroBot.Tests.Cards.Rendering;

namespace RetroBot.Tests.Cards.Using;

/// <summary>What came of going a way, from its first card to its last.</summary>
/// <param name="Characters">On all cards of the way, as they stand there before anything is pressed, and what was unfolded. A line that stood on an earlier card is not read again.</param>
/// <param name="Sent">What the cards sent, one after the other.</param>
internal sealed record Walk(int Characters, IReadOnlyList<string> Sent)
{
    private static readonly CardFrame Phone = CardFrame.Of("light", 320, Languages.English);

    public static async Task<Walk> GoAsync(CardPage page, CardPath path, CardUser user)
    {
        HashSet<string> read = new(StringComparer.Ordinal);
        List<string> all = [];
        read.UnionWith(await page.ShowAsync(DrawnCard.Of(path.First), Phone));
        foreach (var step in path.Steps)
        {
            await user.DoAsync(step);
            if (step is Step.Unfold) read.UnionWith(await page.LinesAsync());
            if (await page.SentAsync() is not { } sent) continue;
            all.Add(sent.GetRawText());
            read.UnionWith(await page.ShowAsync(DrawnCard.Of(path.After(sent)), Phone));
        }

        return new Walk(read.Sum(line => line.Length), all);
    }
}
