using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Attacks.Mutations;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>The case studies are published before the round says which it has chosen.</summary>
public sealed class StoriesPlacedFirst : ClosingMistake
{
    internal override Call At => WriteOfRound(2);

    internal override KillMoment Moment => KillMoment.Before;

    internal override IEnumerable<string> Faults => [Judge.NotOneDigest];

    public override void Change(IServiceCollection services) =>
        Wrap<IRoundStore>(services, (store, provider) => new Placing(store, provider.GetRequiredService<ICaseStudyStore>()));

    private sealed class Placing(IRoundStore store, ICaseStudyStore studies) : RoundStoreAround(store)
    {
        public override async Task<SaveOutcome> SaveAsync(Round round, string version, CancellationToken ct)
        {
            if (round is { State: RoundState.Closed, Post: null })
            {
                var waiting = await studies.OfAsync(round.Id.Team, ct).Where(study => !study.Value.IsPublished).ToListAsync(ct);
                await studies.SaveAsync([.. waiting.Select(study => study with { Value = study.Value with { Round = round.Id.Name } })], ct);
            }
            return await Store.SaveAsync(round, version, ct);
        }
    }
}
