using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>The sheet of rows, written from top to bottom: a heading that stays in sight and filters, then text and nothing but text.</summary>
internal sealed class CatalogSheet : IDisposable
{
    /// <summary>Characters. A spreadsheet takes no more in one cell, and calls a file with more broken.</summary>
    private const int LongestCell = 32_767;

    private const double ColumnWidth = 28;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly XmlWriter xml;
    private uint rows;

    public CatalogSheet(Stream part)
    {
        xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        new SheetViews(new SheetView(frozen) { TabSelected = true, WorkbookViewId = 0 }).WriteTo(xml);
        new Columns(new Column { Min = 1, Max = (uint)CatalogColumn.All.Count, Width = ColumnWidth, CustomWidth = true }).WriteTo(xml);
        xml.WriteStartElement("sheetData", Main);
        Add(CatalogColumn.All.Select(column => column.Name), WorkbookStyles.Heading);
    }

    public void Add(IEnumerable<string?> cells) => Add(cells, WorkbookStyles.Text);

    public void Dispose()
    {
        xml.WriteEndElement();
        new AutoFilter { Reference = $"A1:{Address(CatalogColumn.All.Count - 1, rows)}" }.WriteTo(xml);
        xml.WriteEndElement();
        xml.Dispose();
    }

    private void Add(IEnumerable<string?> cells, uint style)
    {
        var styleIndex = style.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", (++rows).ToString(CultureInfo.InvariantCulture));
        foreach (var (column, text) in cells.Index())
        {
            if (text is null) continue;
            var clean = SpreadsheetText.ForXml(text);
            // Without objects for every cell: there are as many cells as words.
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", Address(column, rows));
            xml.WriteAttributeString("s", styleIndex);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", ns: null, "preserve");
            xml.WriteString(clean.Length > LongestCell ? clean[..LongestCell] : clean);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Address(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
