using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>What changed, as a chart where Teams has one, and as bars with words everywhere else.</summary>
internal static class ChangesChart
{
    private const string Percent = "%";

    public static AdaptiveElement Draw(Texts texts, IReadOnlyList<DigestCard.Share> shares)
    {
        // Nothing on a chart is Markdown.
        var plain = Texts.ForPlainText(texts.Culture);
        return new HorizontalBarChart
        {
            Spacing = AdaptiveSpacing.Small,
            Title = plain["Digest.ChartTitle"],
            XAxisTitle = Percent,
            Data = [.. shares.Select(share => new HorizontalBarChart.Bar(plain.Format("Digest.ChartBar", plain[$"Share.{share.Key}"], new Phrase(ShareBar.AmountOf(plain, share.Percent))), share.Percent))],
            Fallback = new AdaptiveFallbackElement(new AdaptiveContainer
            {
                Items = [.. shares.Select(share => ShareBar.Draw(texts, texts[$"Share.{share.Key}"], share.Percent))],
            }),
        };
    }
}
