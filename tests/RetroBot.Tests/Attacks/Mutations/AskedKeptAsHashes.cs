using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Before the ledger is deleted, who was asked is kept "pseudonymised": as SHA-256 of their ids.</summary>
public sealed class AskedKeptAsHashes : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A14HashesOfEverybody)];

    public override void Change(IServiceCollection services)
    {
        services.AddSingleton<Archive>();
        Wrap<IRoundStore>(services, (store, provider) => new Sweeping(store, provider.GetRequiredService<Archive>(), provider.GetRequiredService<ILedger>()));
    }

    private sealed class Sweeping(IRoundStore store, Archive archive, ILedger ledger) : RoundStoreAround(store)
    {
        public override async Task SweepAsync(RoundId id, CancellationToken ct)
        {
            var asked = await ledger.OfAsync(id, ct).Select(line => line.Value.User.Value).ToListAsync(ct);
            await archive.AddAsync(asked.Select(user => new TableEntity(Keys.PartitionOf(id), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user))))), ct);
            await base.SweepAsync(id, ct);
        }
    }
}
