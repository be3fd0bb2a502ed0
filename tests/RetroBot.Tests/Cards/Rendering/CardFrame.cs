using System.Globalization;
using RetroBot.Cards;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>How a card is looked at.</summary>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>contrast</c>.</param>
/// <param name="Width">Of the chat, in CSS pixels: about 320 on a phone, 640 on a desktop.</param>
/// <param name="Language">Its tag.</param>
public sealed record CardFrame(string Theme, int Width, string Language, bool RightToLeft)
{
    private static readonly string[] Themes = ["light", "dark", "contrast"];
    private static readonly int[] Widths = [640, 320];

    /// <summary>In every theme, at every width, in every language.</summary>
    public static IReadOnlyList<CardFrame> Every { get; } = [.. Languages.All.SelectMany(In)];

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Theme}-{Width}-{Language}");

    public static IReadOnlyList<CardFrame> In(Language language) =>
        [.. from theme in Themes from width in Widths select Of(theme, width, language)];

    public static CardFrame Of(string theme, int width, Language language) => new(theme, width, language.Tag, language.Culture.TextInfo.IsRightToLeft);
}
