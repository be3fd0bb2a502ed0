using System.Globalization;
using System.Text.Json;

namespace RetroBot.Cards;

/// <summary>What came back from a card. Anybody may have written it: no getter throws, whatever it holds.</summary>
public sealed class CardData
{
    private const int LongestChoice = 100;
    private const int MostChoices = 300;
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    /// <summary>On every button: which language its card is written in.</summary>
    internal const string LanguageId = "lang";

    private readonly JsonElement root;

    /// <param name="root">An object; anything else reads as an empty one.</param>
    public CardData(JsonElement root) => this.root = root;

    /// <summary>The language of the card whose button was pressed, so that what takes its place is written in it, too. Null where it names none that RetroBot speaks.</summary>
    public Language? Language => Text(LanguageId, LongestChoice) is Field<string>.Given(var tag) ? Languages.Find(tag) : null;

    /// <summary>The text without the blanks around it; blank reads as missing.</summary>
    /// <param name="longest">Characters; a longer text is invalid.</param>
    public Field<string> Text(string name, int longest)
    {
        if (Find(name) is not { } value) return new Field<string>.Missing();
        if (value.ValueKind != JsonValueKind.String) return new Field<string>.Invalid();

        var text = Read(value)?.Trim();
        return text switch
        {
            null => new Field<string>.Invalid(),
            "" => new Field<string>.Missing(),
            _ when text.Length > longest => new Field<string>.Invalid(),
            _ => new Field<string>.Given(text),
        };
    }

    /// <summary>One of an enumeration's choices, by the name it has on cards.</summary>
    public Field<TChoice> Choice<TChoice>(string name)
        where TChoice : struct, Enum =>
        Text(name, LongestChoice).Then(text => Choices.Parse<TChoice>(text));

    /// <summary>Any number of an enumeration's choices: Teams joins them with commas. A choice given twice counts once.</summary>
    public Field<IReadOnlyList<TChoice>> ChoicesOf<TChoice>(string name)
        where TChoice : struct, Enum =>
        Several(name).Then(values =>
        {
            var known = values.Select(Choices.Parse<TChoice>).OfType<TChoice>().ToList();
            return known.Count == values.Count ? known : (IReadOnlyList<TChoice>?)null;
        });

    /// <summary>Any number of values that hold no comma.</summary>
    public Field<IReadOnlyList<string>> Several(string name) =>
        Text(name, MostChoices * LongestChoice).Then(text =>
        {
            var values = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
            return values.Count is > 0 and <= MostChoices ? values : (IReadOnlyList<string>?)null;
        });

    /// <summary>A whole number; clients send it as a number or as text.</summary>
    public Field<int> Number(string name, int least, int most)
    {
        var number = Find(name) is { ValueKind: JsonValueKind.Number } value
            ? new Field<string>.Given(value.GetRawText())
            : Text(name, LongestChoice);
        return number.Then(text =>
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && decimal.IsInteger(parsed) && parsed >= least && parsed <= most
                ? (int)parsed
                : (int?)null);
    }

    /// <summary>A number with a decimal point or a decimal comma; clients send it as a number or as text.</summary>
    public Field<decimal> DecimalNumber(string name, decimal least, decimal most, int decimals)
    {
        var number = Find(name) is { ValueKind: JsonValueKind.Number } value
            ? new Field<string>.Given(value.GetRawText())
            : Text(name, LongestChoice);
        return number.Then(text => NumberIn(text) is { } parsed && parsed >= least && parsed <= most && decimal.Round(parsed, decimals) == parsed ? decimal.Round(parsed, decimals) : (decimal?)null);
    }

    /// <summary>A time of day, HH:mm.</summary>
    public Field<TimeOnly> Time(string name) =>
        Text(name, LongestChoice).Then(text =>
            TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : (TimeOnly?)null);

    /// <summary>A day, yyyy-MM-dd.</summary>
    public Field<DateOnly> Date(string name) =>
        Text(name, LongestChoice).Then(text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    /// <returns>Null for what is no number.</returns>
    internal static decimal? NumberIn(string? typed) =>
        decimal.TryParse(typed?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What was typed, as it can be shown again: shortened, without control characters, empty where it was no text or number.</summary>
    internal string Typed(string name, int longest)
    {
        var typed = Find(name) switch
        {
            { ValueKind: JsonValueKind.String } text => Read(text) ?? "",
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => "",
        };
        typed = string.Concat(typed.Where(letter => letter == '\n' || !(char.IsControl(letter) || letter is LineSeparator or ParagraphSeparator)));
        return typed.Length <= longest ? typed : typed[..(char.IsHighSurrogate(typed[longest - 1]) ? longest - 1 : longest)];
    }

    /// <returns>Null when there is none: missing, or JSON's null.</returns>
    private JsonElement? Find(string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <returns>Null for half a surrogate pair, which JSON can hold and text cannot.</returns>
    private static string? Read(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
