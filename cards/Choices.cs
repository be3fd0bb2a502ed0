using System.Text.Json;
using AdaptiveCards;

namespace RetroBot.Cards;

/// <summary>How the choices of an enumeration are named in card data (<c>overFourHours</c>) and in the texts (<c>TimeChoice.OverFourHours</c>).</summary>
internal static class Choices
{
    public static string NameOf<TChoice>(TChoice choice)
        where TChoice : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    public static string TextOf<TChoice>(Texts texts, TChoice choice)
        where TChoice : struct, Enum => texts[$"{typeof(TChoice).Name}.{choice}"];

    /// <returns>Null for a name that is none of the enumeration's.</returns>
    public static TChoice? Parse<TChoice>(string name)
        where TChoice : struct, Enum
    {
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (string.Equals(NameOf(choice), name, StringComparison.Ordinal)) return choice;
        }

        return null;
    }

    public static List<AdaptiveChoice> All<TChoice>(Texts texts)
        where TChoice : struct, Enum =>
        [.. Enum.GetValues<TChoice>().Select(choice => new AdaptiveChoice { Title = TextOf(texts, choice), Value = NameOf(choice) })];
}
