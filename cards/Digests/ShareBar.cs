using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>One part of a question's answers: its name, how much it is, and that again as a bar. A picture, because it looks the same in every client; the gap above the bar is part of it, and so as narrow on a phone as the bar is slim.</summary>
internal static class ShareBar
{
    private const int Step = 10;

    private static readonly Uri[] FromLeft = PicturesIn("Bars");

    /// <summary>The same for a language that runs that way: a picture does not turn with its card.</summary>
    private static readonly Uri[] FromRight = PicturesIn("BarsFromRight");

    public static AdaptiveContainer Draw(Texts texts, string label, int percent)
    {
        var amount = AmountOf(texts, percent);
        var words = new AdaptiveColumnSet
        {
            Columns =
            [
                new AdaptiveColumn { Width = AdaptiveWidth.Stretch, Items = [new AdaptiveTextBlock(label) { Wrap = true }] },
                new AdaptiveColumn { Width = AdaptiveWidth.Auto, Items = [new AdaptiveTextBlock(amount) { Weight = AdaptiveTextWeight.Bolder }] },
            ],
        };
        var pictures = texts.Culture.TextInfo.IsRightToLeft ? FromRight : FromLeft;
        var picture = new AdaptiveImage(pictures[Math.Clamp(percent / Step, 0, pictures.Length - 1)]) { AltText = amount, Size = AdaptiveImageSize.Stretch, Spacing = AdaptiveSpacing.None };
        return new AdaptiveContainer { Spacing = AdaptiveSpacing.Small, Items = [words, picture] };
    }

    /// <summary>The same without pictures: a third of the bytes.</summary>
    public static AdaptiveFact InWords(Texts texts, string label, int percent) => new(label, AmountOf(texts, percent));

    /// <summary>Whether it reads as less or more than an amount, not as one.</summary>
    public static bool IsBound(int percent) => percent is < Step or > 100 - Step;

    /// <summary>A share in words.</summary>
    public static string AmountOf(Texts texts, int percent) => percent switch
    {
        < Step => texts.Format("Share.Under", Step),
        > 100 - Step => texts.Format("Share.Over", 100 - Step),
        _ => texts.Format("Share.Percent", percent),
    };

    private static Uri[] PicturesIn(string folder) => [.. Enumerable.Range(0, (100 / Step) + 1).Select(step => Picture(folder, step * Step))];

    private static Uri Picture(string folder, int percent)
    {
        using var stream = typeof(ShareBar).Assembly.GetManifestResourceStream($"RetroBot.Cards.Digests.{folder}.{percent}.png")
            ?? throw new InvalidOperationException($"The picture of {percent} % was left out of the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Uri("data:image/png;base64," + Convert.ToBase64String(bytes));
    }
}
