using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A table that somebody added for later analysis.</summary>
internal sealed class Archive(IConfiguration configuration)
{
    /// <summary>Another of the service's tables, or this one.</summary>
    public TableClient Table(string name) => new TableServiceClient(configuration["Storage:ConnectionString"]!).GetTableClient($"{configuration["Storage:TablePrefix"]}{name}");

    public async Task AddAsync(IEnumerable<TableEntity> rows, CancellationToken ct)
    {
        var table = Table("archive");
        await table.CreateIfNotExistsAsync(ct);
        foreach (var row in rows) await table.UpsertEntityAsync(row, TableUpdateMode.Replace, ct);
    }
}
