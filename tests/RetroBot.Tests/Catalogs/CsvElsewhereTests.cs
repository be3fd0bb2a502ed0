using System.Text.Json;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>The CSV export, read by a parser of another language (csv-parse, in Node.js).</summary>
public sealed class CsvElsewhereTests(StorageEmulator emulator)
{
    private static readonly string[] Texts =
    [
        "plain", "comma, comma,,", "\"quoted\" and \"\"twice\"\"", "semicolon; and more", "漢字 مرحبا 🎉", "\\ back \\\" slash", "a'b", "1,5", "trailing quote\"", "#comment",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_cell_is_read_as_it_was_written()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Texts.Select((text, number) => SampleStudies.Published(seat.Team("blue"), number, howToTry: text)), Ct);
        var file = await seat.ExportAsync("csv", Ct);

        var elsewhere = await ReadAsync(file);

        Assert.Equal(Texts.Order(StringComparer.Ordinal), elsewhere.Select(row => row["how_to_try"]).Order(StringComparer.Ordinal));
        Assert.Equal(CsvText.Read(file), elsewhere);
    }

    private static async Task<List<Dictionary<string, string>>> ReadAsync(byte[] file)
    {
        await Clone.NodeModulesAsync();
        var path = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.csv");
        await File.WriteAllBytesAsync(path, file, Ct);
        try
        {
            var node = await Command.RunAsync("node", ["read-csv.mjs", path], Clone.Tests("node"), Ct);
            Assert.True(node?.ExitCode == 0, string.Join('\n', node?.Output ?? ["There is no Node.js."]));
            return JsonSerializer.Deserialize<List<Dictionary<string, string>>>(node!.Output.Single())!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
