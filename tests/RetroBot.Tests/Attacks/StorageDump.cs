using System.Text.Json;
using Azure.Data.Tables;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks;

/// <summary>A copy of the storage account: every row of every table with its time stamp and ETag, and the files in which the emulator keeps them.</summary>
/// <param name="Files">Empty where they were not taken.</param>
internal sealed record StorageDump(IReadOnlyList<DumpedRow> Rows, string Files)
{
    /// <summary>The tables alone, as a client of the account reads them.</summary>
    public static async Task<StorageDump> OfTablesAsync(World world, CancellationToken ct) =>
        new([.. (await world.DumpAsync(ct)).Select(row => new DumpedRow(row.Table, row.Row, InFile: null))], "");

    /// <summary>The tables, and the emulator's files as they are once all that was done is saved in them.</summary>
    public static async Task<StorageDump> TakeAsync(World world, SavingStorageEmulator emulator, CancellationToken ct)
    {
        var mark = Guid.NewGuid().ToString();
        await world.MarkAsync(mark, ct);
        var files = await emulator.SavedFilesAsync(mark, ct);
        using var saved = JsonDocument.Parse(files[SavingStorageEmulator.TablesFile]);
        var tables = saved.RootElement.GetProperty("collections").EnumerateArray().ToLookup(table => table.GetProperty("name").GetString()!.Split('$')[^1], table => table.GetProperty("data"), StringComparer.Ordinal);
        return new(
            [.. (await world.DumpAsync(ct)).Select(row => new DumpedRow(row.Table, row.Row, Find(tables[world.TablePrefix + row.Table].Single(), row.Row)))],
            string.Concat(files.Values));
    }

    /// <summary>The rows that have to do with one organisation.</summary>
    public IEnumerable<DumpedRow> Of(World team) => Rows.Where(row => row.Texts.Any(text => text.Contains(team.Team.Tenant.Id.ToString(), StringComparison.OrdinalIgnoreCase)));

    private static SavedPlace? Find(JsonElement table, TableEntity row)
    {
        foreach (var (place, saved) in table.EnumerateArray().Index())
        {
            if (saved.GetProperty("PartitionKey").ValueEquals(row.PartitionKey) && saved.GetProperty("RowKey").ValueEquals(row.RowKey))
                return new SavedPlace(place, saved.GetProperty("$loki").GetInt64(), saved.GetProperty("meta").GetProperty("created").GetInt64());
        }
        return null;
    }
}
