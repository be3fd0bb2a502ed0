using System.Globalization;

namespace RetroBot.Cards;

/// <summary>The languages that RetroBot speaks. A language is listed once its file of texts is complete.</summary>
public static class Languages
{
    /// <summary>The source of all others, and what is spoken to whom none of them is near. Of Great Britain, where the day stands before the month.</summary>
    public static Language English { get; } = Of("en", "English", "en-GB");

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        English,
        Of("de", "Deutsch", "de-DE"),
        Of("fr", "Français", "fr-FR"),
        Of("es", "Español", "es-ES"),
        Of("pt-BR", "Português (Brasil)", "pt-BR"),
        Of("ja", "日本語", "ja-JP"),
        Of("ar", "العربية", "ar-AE"),
    ];

    /// <returns>Null where the tag is none of those listed.</returns>
    public static Language? Find(string? tag) => All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language nearest to a locale: <c>de-AT</c> is German, and what is unknown, empty or malformed is English.</summary>
    public static Language Nearest(string? locale) =>
        locale is null ? English : All.FirstOrDefault(language => string.Equals(Language.BaseOf(language.Tag), Language.BaseOf(locale), StringComparison.OrdinalIgnoreCase)) ?? English;

    private static Language Of(string tag, string ownName, string culture) => new(tag, ownName, CultureInfo.GetCultureInfo(culture));
}
