using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace RetroBot.Host.Catalogs;

/// <summary>How cells look and, above all, what they are.</summary>
internal static class WorkbookStyles
{
    /// <summary>Text, also after somebody has edited the cell: a formula's beginning in it begins no formula.</summary>
    public const uint Text = 1;

    public const uint Heading = 2;

    private const uint TextFormat = 49;

    public static Stylesheet Sheet() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true, ApplyAlignment = true },
            new CellFormat { FontId = 1, ApplyFont = true, NumberFormatId = TextFormat, ApplyNumberFormat = true }));
}
