using AdaptiveCards;

namespace RetroBot.Cards.Catalogs;

/// <summary>As what a program owner wants the catalog: one tap each.</summary>
public sealed record ExportCard : Card
{
    public const string Verb = "catalog.export";

    private const string FormatId = "format";

    /// <returns>Null where no format was pressed: the card is asked for again.</returns>
    public static ExportFormat? Parse(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Choice<ExportFormat>(FormatId) is Field<ExportFormat>.Given(var format) ? format : null;
    }

    internal static AdaptiveExecuteAction Again(Texts texts) => Elements.Primary(texts, texts["Export.Again"], Verb);

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(texts["Export.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Export.Text"]));
        card.Body.Add(new AdaptiveContainer { Spacing = AdaptiveSpacing.Medium, Items = [.. Enum.GetValues<ExportFormat>().Select(format => Option(texts, format))] });
        card.Body.Add(Elements.Note(texts["Export.Note"]).Spaced(AdaptiveSpacing.Medium));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Export.Title"], texts["Export.Text"]);

    private static string PurposeOf(ExportFormat format) => format switch
    {
        ExportFormat.Xlsx => "Export.ForReading",
        ExportFormat.Csv => "Export.ForImport",
        _ => "Export.ForPrograms",
    };

    private static AdaptiveColumnSet Option(Texts texts, ExportFormat format)
    {
        var (name, purpose) = (Choices.TextOf(texts, format), texts[PurposeOf(format)]);
        // A screen reader says the button's title, and not what stands on the row.
        var pressed = Elements.Button(texts, $"{name} {purpose}", Verb, new Dictionary<string, string>(StringComparer.Ordinal) { [FormatId] = Choices.NameOf(format) });
        return Elements.Row(name, texts["CheckIn.OptionMark"], pressed, note: purpose);
    }
}
