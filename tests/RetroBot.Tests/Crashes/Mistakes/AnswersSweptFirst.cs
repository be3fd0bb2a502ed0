using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Attacks.Mutations;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>The sealed answers are deleted before what they add up to is written.</summary>
public sealed class AnswersSweptFirst : ClosingMistake
{
    internal override Call At => WriteOfRound(2);

    internal override KillMoment Moment => KillMoment.Before;

    internal override IEnumerable<string> Faults => [Judge.OtherCounts, Judge.NotOneDigest];

    public override void Change(IServiceCollection services) => Wrap<IRoundStore>(services, (store, _) => new Sweeping(store));

    private sealed class Sweeping(IRoundStore store) : RoundStoreAround(store)
    {
        public override async Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct)
        {
            if (round is { State: RoundState.Closed, Post: null }) await Store.SweepAsync(round.Id, ct);
            return await Store.SaveAsync(round, version, ct);
        }
    }
}
