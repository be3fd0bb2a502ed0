using System.Globalization;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards;

/// <summary>What the parts of a question's answers are called on digests, and how much they are, for whoever writes of them elsewhere: in the same words everywhere.</summary>
public static class ShareWords
{
    /// <param name="key">Such as <c>outcome.helped</c>.</param>
    /// <returns>Plain text, such as "It helped".</returns>
    public static string NameOf(string key, CultureInfo culture) => Texts.ForPlainText(culture)[$"Share.{key}"];

    /// <param name="percent">A multiple of 10.</param>
    /// <returns>Plain text, such as "40%" or "under 10%".</returns>
    public static string AmountOf(int percent, CultureInfo culture) => ShareBar.AmountOf(Texts.ForPlainText(culture), percent);
}
