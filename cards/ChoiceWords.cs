using System.Globalization;

namespace RetroBot.Cards;

/// <summary>What the choices on cards are called, for whoever writes of them elsewhere: in the same words everywhere.</summary>
public static class ChoiceWords
{
    /// <returns>Plain text, such as "Fewer errors".</returns>
    public static string Of<TChoice>(TChoice choice, CultureInfo culture)
        where TChoice : struct, Enum => Choices.TextOf(Texts.ForPlainText(culture), choice);
}
