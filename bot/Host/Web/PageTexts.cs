using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Components;
using RetroBot.Cards;

namespace RetroBot.Host.Web;

/// <summary>The words of the pages in one language, from the resource files in <c>Texts</c>.</summary>
public sealed class PageTexts(Language language)
{
    private static readonly ResourceManager Resources = new("RetroBot.Host.Web.Texts.Pages", typeof(PageTexts).Assembly);

    public Language Language => language;

    public string Direction => language.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <exception cref="MissingManifestResourceException">No such text.</exception>
    public string this[string key] => Resources.GetString(key, language.Culture) ?? throw new MissingManifestResourceException(key);

    public string Format(string key, params ReadOnlySpan<object?> values)
    {
        if (!language.Culture.TextInfo.IsRightToLeft) return string.Format(language.Culture, this[key], values);
        // Between these two a number or a name keeps its own direction (Unicode Standard Annex 9).
        var isolated = new object?[values.Length];
        for (var index = 0; index < values.Length; index++) isolated[index] = string.Create(language.Culture, $"\u2068{values[index]}\u2069");
        return string.Format(language.Culture, this[key], isolated);
    }

    public string Word<TChoice>(TChoice choice)
        where TChoice : struct, Enum => ChoiceWords.Of(choice, language.Culture);
}
