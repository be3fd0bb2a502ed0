using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace RetroBot.Cards;

/// <summary>The words of all cards in one language, from the resource files beside this file.</summary>
internal sealed partial class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));

    /// <summary>Between these two, a name in Latin letters keeps its own direction and does not turn what stands beside it (Unicode Standard Annex 9).</summary>
    private const char Isolate = '\u2068';

    private const char EndOfIsolate = '\u2069';

    private readonly CultureInfo culture;
    private readonly bool markdown;

    private Texts(CultureInfo culture, bool markdown)
    {
        this.culture = culture;
        this.markdown = markdown;
    }

    public CultureInfo Culture => culture;

    public Language Language => Languages.Nearest(culture.Name);

    /// <summary>Text on cards is Markdown: names of teams, tools and people are escaped.</summary>
    public static Texts ForCards(CultureInfo culture) => new(culture, markdown: true);

    public static Texts ForPlainText(CultureInfo culture) => new(culture, markdown: false);

    /// <exception cref="MissingManifestResourceException">No such text.</exception>
    public string this[string key] => Resources.GetString(key, culture) ?? throw new MissingManifestResourceException(key);

    public string Format(string key, params ReadOnlySpan<object?> values) => Fill(this[key], values);

    /// <summary>A text that agrees with a number: in the form that the language has for it, or as it stands where it has none.</summary>
    public string Count(string key, int number, params ReadOnlySpan<object?> values) => Fill(FormFor(key, number) ?? this[key], values);

    /// <summary>A text of somebody else's, on one line and as plain as it came.</summary>
    public string Value(string text)
    {
        var line = Blanks().Replace(text, " ").Trim();
        if (!markdown) return line;
        line = Markup().Replace(line, @"\$0");
        return culture.TextInfo.IsRightToLeft ? $"{Isolate}{line}{EndOfIsolate}" : line;
    }

    private string Fill(string text, ReadOnlySpan<object?> values)
    {
        var arguments = new object?[values.Length];
        for (var index = 0; index < values.Length; index++) arguments[index] = values[index] is string value ? Value(value) : values[index];
        return string.Format(new SpokenDates(culture, this["Moment.First"]), text, arguments);
    }

    // Of the language's own file: the form of another language is none of this one's.
    private string? FormFor(string key, int number) => PluralRules.Of(culture.TwoLetterISOLanguageName, number) is not PluralForm.Other and var form
        ? Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: true)?.GetString($"{key}.{form.ToString().ToLowerInvariant()}")
        : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    /// <summary>What starts emphasis, a link, code, HTML, a date function of the card renderer, or, at the beginning, a heading or a list.</summary>
    [GeneratedRegex(@"[\\*_\[\]`~<>{}]|^[#+-]|(?<=^\d+)[.)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}
