using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>An answer's row has an id of its own, and not the code of the person.</summary>
public sealed class RowPerPress : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A22TwiceAtOnceAndLate)];

    public override void Change(IServiceCollection services) => Wrap<IAnswerStore>(services, (store, provider) => new Adding(store, provider.GetRequiredService<IRoundStore>(), provider.GetRequiredService<RoundKeys>()));

    private sealed class Adding(IAnswerStore store, IRoundStore rounds, RoundKeys keys) : IAnswerStore
    {
        public async Task<AnswerOutcome> SaveAsync(RoundId round, SealedAnswer answer, CancellationToken ct)
        {
            if (await rounds.FindAsync(round, ct) is not { Value.Key: { } wrapped }) return await store.SaveAsync(round, answer, ct);
            using var key = await keys.UnwrapAsync(round, wrapped, ct);
            return await store.SaveAsync(round, key.Seal(new ParticipantKey(RandomNumberGenerator.GetHexString(ParticipantKey.Length, lowercase: true)), key.Open(answer)), ct);
        }

        public Task<AnswerOutcome> DeleteAsync(RoundId round, ParticipantKey participant, CancellationToken ct) => store.DeleteAsync(round, participant, ct);

        public Task<bool> IncludesAsync(RoundId round, ParticipantKey participant, CancellationToken ct) => store.IncludesAsync(round, participant, ct);

        public IAsyncEnumerable<SealedAnswer> OfAsync(RoundId round, CancellationToken ct) => store.OfAsync(round, ct);
    }
}
