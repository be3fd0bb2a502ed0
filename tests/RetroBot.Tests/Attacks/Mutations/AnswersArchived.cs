using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A close that writes every answer into an archive, without a name.</summary>
public abstract class AnswersArchived : Mutation
{
    public override void Change(IServiceCollection services)
    {
        services.AddSingleton<Archive>();
        Wrap<IRoundStore>(services, (store, provider) => new Closing(store, provider.GetRequiredService<Archive>(), provider.GetRequiredService<RoundKeys>(), this));
    }

    /// <param name="sealedRows">As they lie in storage.</param>
    /// <returns>In the order in which they are archived, each with its id there.</returns>
    private protected abstract IEnumerable<(TableEntity Row, string Id)> InOrder(IEnumerable<TableEntity> sealedRows);

    private sealed class Closing(IRoundStore store, Archive archive, RoundKeys keys, AnswersArchived careless) : RoundStoreAround(store)
    {
        public override async Task<SaveOutcome> BeginClosingAsync(Round round, string version, CancellationToken ct)
        {
            using var key = await keys.UnwrapAsync(round.Id, round.Key!, ct);
            var rows = await archive.Table(Keys.Rounds).QueryAsync<TableEntity>(Keys.AnswersFilter(round.Id), cancellationToken: ct).ToListAsync(ct);
            await archive.AddAsync(careless.InOrder(rows).Select(archived => new TableEntity(Keys.PartitionOf(round.Id), archived.Id)
            {
                ["Outcome"] = AnswerCodec.Decode(key.Open(new SealedAnswer(Keys.ParticipantOf(archived.Row.RowKey), archived.Row.GetBinary("Sealed"))), round.Tools).Outcome.ToString(),
            }), ct);
            return await Store.BeginClosingAsync(round, version, ct);
        }
    }
}
