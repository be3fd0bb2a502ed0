using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A round's key lies in storage as it is, beside what it seals.</summary>
public sealed class KeyInClear : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A14HashesOfEverybody), typeof(A15CanariesInTheFiles), typeof(A16ABackupOfTheOpenRound)];

    public override void Change(IServiceCollection services)
    {
        services.AddSingleton<Archive>();
        Wrap<IRoundStore>(services, (store, provider) => new Opening(store, provider.GetRequiredService<Archive>(), provider.GetRequiredService<RoundKeys>()));
    }

    private sealed class Opening(IRoundStore store, Archive archive, RoundKeys keys) : RoundStoreAround(store)
    {
        public override async Task<SaveOutcome> OpenAsync(Round round, CancellationToken ct)
        {
            using var key = await keys.UnwrapAsync(round.Id, round.Key!, ct);
            await archive.AddAsync([new TableEntity(Keys.PartitionOf(round.Id), "key") { ["Key"] = key.Secret.Use(bytes => bytes.ToArray()) }], ct);
            return await base.OpenAsync(round, ct);
        }
    }
}
