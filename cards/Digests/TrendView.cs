using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>How things go over time, as the digest shows it.</summary>
internal static class TrendView
{
    public static AdaptiveContainer Draw(Texts texts, DigestTrend trend)
    {
        List<AdaptiveElement> items = [Elements.Subheading(texts["Trend.Heading"])];
        if (trend.Lines.Count == 0)
        {
            items.Add(Elements.Paragraph(texts["Trend.TooFew"]));
        }
        else
        {
            items.Add(Elements.Explained(trend.Lines.Select(line => (texts[$"Share.{line.Key}"], texts.Format("Trend.Value", About(texts, line.Percent), About(texts, line.Before))))).Spaced(AdaptiveSpacing.Small));
            items.Add(Elements.Note(texts["Trend.Note"]));
        }
        return new AdaptiveContainer { Spacing = AdaptiveSpacing.Large, Items = items };
    }

    /// <summary>What is under or over an amount says so; all else has been rounded twice.</summary>
    private static Phrase About(Texts texts, int percent) => new(ShareBar.IsBound(percent) ? ShareBar.AmountOf(texts, percent) : texts.Format("Trend.About", percent));
}
