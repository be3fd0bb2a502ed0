using System.Globalization;

namespace RetroBot.Cards.Catalogs;

/// <summary>What stands on Teams' own card that asks whether a file may be saved, and what comes back with the answer.</summary>
/// <param name="Code">Names this offer among all others: it is carried out once.</param>
public sealed record ExportOffer(ExportFormat Format, string Code)
{
    private const string FormatId = "format";
    private const string CodeId = "offer";
    private const int LongestCode = 64;

    /// <returns>Null when a part is missing or of the wrong kind: anybody may have written it.</returns>
    public static ExportOffer? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (data.Choice<ExportFormat>(FormatId), data.Text(CodeId, LongestCode)) is (Field<ExportFormat>.Given(var format), Field<string>.Given(var code)) ? new ExportOffer(format, code) : null;
    }

    public static string Description(CultureInfo culture) => Texts.ForPlainText(culture)["ExportOffer.Text"];

    public static string Summary(CultureInfo culture) => Texts.ForPlainText(culture)["ExportOffer.Summary"];

    /// <summary>Of the message that shows the file once it is saved.</summary>
    public static string SavedSummary(string fileName, CultureInfo culture) => Texts.ForPlainText(culture).Format("ExportSent.Summary", fileName);

    public IReadOnlyDictionary<string, string> Context(CultureInfo culture) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [FormatId] = Choices.NameOf(Format),
        [CodeId] = Code,
        [CardData.LanguageId] = Texts.ForPlainText(culture).Language.Tag,
    };
}
