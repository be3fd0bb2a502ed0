using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>The parts of a workbook (ECMA-376) that are the same in every export.</summary>
internal static class WorkbookParts
{
    public const string RowsSheet = "xl/worksheets/sheet1.xml";

    private const string MethodSheet = "xl/worksheets/sheet2.xml";
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>How the rows came about, a sentence a line.</summary>
    public static IReadOnlyList<string> Method { get; } =
    [
        "The rows are case studies that people published for their team, in their own words, after a preview. Nobody's name, team or day is in them.",
        $"Categories (tool, work area, what changed, how sure the author was, how it was found) are shown when their quarter is closed, and only where at least {Generalisation.Threshold.Answers} rows of the quarter are alike in them. suppression_note says what was left out.",
        "What was shown once is never shown otherwise. A case study that its author withdraws is gone, and may leave categories of others blank.",
        "support_band says for how many colleagues it worked, as a band that follows their votes in steps of at least five.",
        "A blank cell means: unknown, not asked, or left out. No column may be added up: nobody measured hours here, and rows are not people.",
    ];

    public static IReadOnlyList<(string Name, Action<Stream> Write)> All { get; } =
    [
        ("[Content_Types].xml", part => Write(part, $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Main}.styles+xml"/><Override PartName="/{RowsSheet}" ContentType="{Main}.worksheet+xml"/><Override PartName="/{MethodSheet}" ContentType="{Main}.worksheet+xml"/></Types>
            """)),
        ("_rels/.rels", part => Write(part, Related([("r1", "officeDocument", "xl/workbook.xml")]))),
        ("xl/_rels/workbook.xml.rels", part => Write(part, Related([("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml"), ("r3", "styles", "styles.xml")]))),
        ("xl/workbook.xml", part => Write(part, new Workbook(new BookViews(new WorkbookView()), new Sheets(new Sheet { Name = "Catalog", SheetId = 1, Id = "r1" }, new Sheet { Name = "Method", SheetId = 2, Id = "r2" })))),
        ("xl/styles.xml", part => Write(part, WorkbookStyles.Sheet())),
        (MethodSheet, part => Write(part, new Worksheet(
            new Columns(new Column { Min = 1, Max = 1, Width = 120, CustomWidth = true }),
            new SheetData(((IEnumerable<string>)[.. Method, "", .. CatalogColumn.All.Select(column => $"{column.Name}: {column.Meaning}")]).Select((line, index) => new Row(new Cell(new InlineString(new Text(line))) { CellReference = $"A{index + 1}", DataType = CellValues.InlineString, StyleIndex = WorkbookStyles.Text }) { RowIndex = (uint)index + 1 }))))),
    ];

    private static string Related(IEnumerable<(string Id, string Kind, string Target)> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Kind}\" Target=\"{relation.Target}\"/>"))}</Relationships>""";

    private static void Write(Stream part, string xml) => part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));

    private static void Write(Stream part, OpenXmlElement root)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(standalone: true);
        xml.WriteElement(root);
    }
}
