using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>The sheet of rows, written from top to bottom: a heading that stays in sight and filters, then text and nothing but text.</summary>
internal sealed class CatalogSheet : IDisposable
{
    /// <summary>Characters. A spreadsheet takes no more in one cell, and calls a file with more broken.</summary>
    private const int LongestCell = 32_767;

    private const double ColumnWidth = 28;

    private readonly OpenXmlWriter xml;
    private uint rows;

    public CatalogSheet(Stream part)
    {
        xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(new Worksheet());
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        xml.WriteElement(new SheetViews(new SheetView(frozen) { TabSelected = true, WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(new Column { Min = 1, Max = (uint)CatalogColumn.All.Count, Width = ColumnWidth, CustomWidth = true }));
        xml.WriteStartElement(new SheetData());
        Add(CatalogColumn.All.Select(column => column.Name), WorkbookStyles.Heading);
    }

    public void Add(IEnumerable<string?> cells) => Add(cells, WorkbookStyles.Text);

    public void Dispose()
    {
        xml.WriteEndElement();
        xml.WriteElement(new AutoFilter { Reference = $"A1:{Address(CatalogColumn.All.Count - 1, rows)}" });
        xml.WriteEndElement();
        xml.Dispose();
    }

    private void Add(IEnumerable<string?> cells, uint style)
    {
        xml.WriteStartElement(new Row { RowIndex = ++rows });
        foreach (var (column, text) in cells.Index())
        {
            if (text is null) continue;
            var clean = SpreadsheetText.ForXml(text);
            var shown = clean.Length > LongestCell ? clean[..LongestCell] : clean;
            xml.WriteElement(new Cell(new InlineString(new Text(shown) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = Address(column, rows), DataType = CellValues.InlineString, StyleIndex = style,
            });
        }
        xml.WriteEndElement();
    }

    private static string Address(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
