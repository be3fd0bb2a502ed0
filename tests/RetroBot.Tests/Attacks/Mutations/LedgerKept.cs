using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The close deletes the sealed answers and forgets the ledger.</summary>
public sealed class LedgerKept : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A15CanariesInTheFiles)];

    public override void Change(IServiceCollection services)
    {
        services.AddSingleton<Archive>();
        Wrap<IRoundStore>(services, (store, provider) => new Sweeping(store, provider.GetRequiredService<Archive>()));
    }

    private sealed class Sweeping(IRoundStore store, Archive tables) : RoundStoreAround(store)
    {
        public override async Task SweepAsync(RoundId id, CancellationToken ct)
        {
            var table = tables.Table(Keys.Rounds);
            await foreach (var row in table.QueryAsync<TableEntity>(Keys.AnswersFilter(id), cancellationToken: ct)) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, ct);
        }
    }
}
