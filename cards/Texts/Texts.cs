using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace RetroBot.Cards;

/// <summary>The words of all cards in one language, from the resource files beside this file.</summary>
internal sealed partial class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    private readonly CultureInfo culture;
    private readonly bool markdown;

    private Texts(CultureInfo culture, bool markdown)
    {
        this.culture = culture;
        this.markdown = markdown;
    }

    public CultureInfo Culture => culture;

    /// <summary>Text on cards is Markdown: names of teams, tools and people are escaped.</summary>
    public static Texts ForCards(CultureInfo culture) => new(culture, markdown: true);

    public static Texts ForPlainText(CultureInfo culture) => new(culture, markdown: false);

    /// <exception cref="MissingManifestResourceException">No such text.</exception>
    public string this[string key] => Resources.GetString(key, culture) ?? throw new MissingManifestResourceException(key);

    public string Format(string key, params ReadOnlySpan<object?> values)
    {
        var arguments = new object?[values.Length];
        for (var index = 0; index < values.Length; index++) arguments[index] = values[index] is string text ? Value(text) : values[index];
        return string.Format(culture, this[key], arguments);
    }

    /// <summary>A text of somebody else's, on one line and as plain as it came.</summary>
    public string Value(string text)
    {
        var line = Blanks().Replace(text, " ").Trim();
        return markdown ? Markup().Replace(line, @"\$0") : line;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    /// <summary>What starts emphasis, a link, code, HTML, a date function of the card renderer, or, at the beginning, a heading or a list.</summary>
    [GeneratedRegex(@"[\\*_\[\]`~<>{}]|^[#+-]|(?<=^\d+)[.)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}
