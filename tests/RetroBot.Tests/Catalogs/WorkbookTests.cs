using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RetroBot.Core.Catalogs;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

public sealed class WorkbookTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workbook_is_one_that_the_format_s_own_rules_find_nothing_wrong_with() => await WithWorkbookAsync((workbook, _) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, Ct).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")));

    [Fact]
    public async Task It_holds_the_same_cells_as_CSV_in_the_author_s_own_letters() => await WithWorkbookAsync((workbook, csv) =>
    {
        var cells = CellsOf(RowsOf(workbook));
        Assert.Equal(CatalogColumn.All.Select(column => column.Name), CatalogColumn.All.Select((_, index) => cells[$"{(char)('A' + index)}1"]));
        foreach (var (row, number) in csv.Select((row, index) => (row, index + 2)))
            Assert.All(CatalogColumn.All.Select((column, index) => (column.Name, Address: $"{(char)('A' + index)}{number}")), cell =>
                Assert.Equal(row[cell.Name].TrimStart('\''), cells.GetValueOrDefault(cell.Address, "")));
    });

    [Fact]
    public async Task Every_cell_is_text_stays_text_when_it_is_edited_and_no_cell_is_a_formula() => await WithWorkbookAsync((workbook, _) =>
    {
        var sheets = workbook.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet).ToList();
        var formats = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Empty(sheets.SelectMany(sheet => sheet.Descendants<CellFormula>()));
        Assert.Null(workbook.WorkbookPart.Workbook.DefinedNames);
        Assert.Empty(workbook.WorkbookPart.ExternalWorkbookParts);
        Assert.All(sheets.SelectMany(sheet => sheet.Descendants<Cell>()), cell =>
        {
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.Equal(49u, formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value);
        });
        Assert.All(RowsOf(workbook).Descendants<Row>().Skip(1).SelectMany(row => row.Elements<Cell>()), cell => Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value));
    });

    [Fact]
    public async Task The_heading_stays_in_sight_and_filters_every_row() => await WithWorkbookAsync((workbook, csv) =>
    {
        var sheet = RowsOf(workbook);
        var pane = Assert.Single(sheet.Descendants<Pane>());
        Assert.Equal((1d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal($"A1:Z{csv.Count + 1}", Assert.Single(sheet.Descendants<AutoFilter>()).Reference!.Value);
    });

    [Fact]
    public async Task A_second_sheet_tells_how_the_rows_came_about() => await WithWorkbookAsync((workbook, _) =>
    {
        Assert.Equal(["Catalog", "Method"], workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.Contains("at least 5 rows of the quarter", string.Concat(workbook.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Text>()).Select(text => text.Text)), StringComparison.Ordinal);
    });

    private async Task WithWorkbookAsync(Action<SpreadsheetDocument, IReadOnlyList<IReadOnlyDictionary<string, string>>> look)
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        string[] titles = ["=HYPERLINK(\"https://attacker.example\")", "＋1", "漢字 🎉 مرحبا", "a \"b\", <c> & 'd'", " blanks "];
        await seat.PublishAsync(titles.Select((title, number) => SampleStudies.Published(seat.Team("blue"), number, title.Trim())), Ct);
        seat.Time.MoveTo(new(2027, 1, 8, 0, 0, 0, TimeSpan.Zero));
        using var file = new MemoryStream(await seat.ExportAsync("xlsx", Ct));
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        look(workbook, await seat.RowsAsync(Ct));
    }

    private static Worksheet RowsOf(SpreadsheetDocument workbook) =>
        ((WorksheetPart)workbook.WorkbookPart!.GetPartById(workbook.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!.Value!)).Worksheet;

    private static Dictionary<string, string> CellsOf(Worksheet sheet) =>
        sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText, StringComparer.Ordinal);
}
