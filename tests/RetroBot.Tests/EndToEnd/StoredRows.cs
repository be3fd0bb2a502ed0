using System.Globalization;
using Azure.Data.Tables;

namespace RetroBot.Tests.EndToEnd;

/// <summary>All that lies in a service's storage, as somebody would read it who has a copy of it.</summary>
internal static class StoredRows
{
    /// <returns>Every row of every table, a column a line.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(ServiceProcess service, CancellationToken ct)
    {
        var storage = new TableServiceClient(await service.StorageAsync(ct));
        List<string> rows = [];
        await foreach (var table in storage.QueryAsync(cancellationToken: ct))
        {
            await foreach (var row in storage.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: ct))
                rows.Add(string.Join('\n', row.Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Key}={column.Value}"))));
        }
        return rows;
    }
}
