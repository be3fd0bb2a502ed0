namespace RetroBot.Cards;

/// <summary>The forms that a text can have for different numbers, by CLDR's names. A text without a mark is of the form <see cref="Other"/>; <c>Key.few</c> is that of <see cref="Few"/>.</summary>
internal enum PluralForm
{
    Other,
    Zero,
    One,
    Two,
    Few,
    Many,
}
