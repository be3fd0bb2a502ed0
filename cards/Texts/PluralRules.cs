namespace RetroBot.Cards;

/// <summary>Which form of a text a number takes.</summary>
/// <remarks>The cardinal rules of Unicode CLDR 48 (common/supplemental/plurals.xml, "Language Plural Rules") for whole numbers that are written in full.</remarks>
internal static class PluralRules
{
    private const int Million = 1_000_000;

    /// <param name="language">Without region, such as <c>pt</c>; one without rules here follows the English ones.</param>
    /// <param name="number">Not negative.</param>
    public static PluralForm Of(string language, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return language switch
        {
            "ar" => Arabic(number),
            "es" => number == 1 ? PluralForm.One : OfMillions(number),
            "fr" or "pt" => number is 0 or 1 ? PluralForm.One : OfMillions(number),
            "ja" => PluralForm.Other,
            _ => number == 1 ? PluralForm.One : PluralForm.Other,
        };
    }

    private static PluralForm Arabic(int number) => number switch
    {
        0 => PluralForm.Zero,
        1 => PluralForm.One,
        2 => PluralForm.Two,
        _ => (number % 100) switch
        {
            >= 3 and <= 10 => PluralForm.Few,
            >= 11 => PluralForm.Many,
            _ => PluralForm.Other,
        },
    };

    /// <summary>"Un million de réponses": whole millions have a form of their own.</summary>
    private static PluralForm OfMillions(int number) => number != 0 && number % Million == 0 ? PluralForm.Many : PluralForm.Other;
}
