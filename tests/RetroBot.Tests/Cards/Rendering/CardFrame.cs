using System.Globalization;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>How a card is looked at.</summary>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>contrast</c>.</param>
/// <param name="Width">Of the chat, in CSS pixels: about 320 on a phone, 640 on a desktop.</param>
public sealed record CardFrame(string Theme, int Width, string Culture, bool RightToLeft)
{
    private static readonly string[] Themes = ["light", "dark", "contrast"];
    private static readonly int[] Widths = [640, 320];

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Theme}-{Width}");

    public static IReadOnlyList<CardFrame> All(CultureInfo culture) =>
        [.. from theme in Themes from width in Widths select new CardFrame(theme, width, culture.Name, culture.TextInfo.IsRightToLeft)];
}
