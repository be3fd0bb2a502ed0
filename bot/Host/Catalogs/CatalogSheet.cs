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

    private static readonly Cell Cell = new();
    private static readonly InlineString Inline = new();
    private static readonly Text Words = new();

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
        var styleIndex = style.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(new Row { RowIndex = ++rows });
        foreach (var (column, text) in cells.Index())
        {
            if (text is null) continue;
            var clean = SpreadsheetText.ForXml(text);
            var shown = clean.Length > LongestCell ? clean[..LongestCell] : clean;
            // Without objects for every cell: there are as many cells as words.
            xml.WriteStartElement(Cell, [new("r", "", Address(column, rows)), new("s", "", styleIndex), new("t", "", "inlineStr")]);
            xml.WriteStartElement(Inline);
            xml.WriteStartElement(Words, [new("xml:space", "http://www.w3.org/XML/1998/namespace", "preserve")]);
            xml.WriteString(shown);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Address(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
