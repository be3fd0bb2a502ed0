using NodaTime.Extensions;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Finds in storage the rounds of a tenant that have cards to send: those that a sender left behind when it died, or that another instance opened.</summary>
internal sealed class UnsentRounds(ITeamStore teams, IRoundStore rounds, DeliveryQueue queue, TimeProvider time)
{
    /// <summary>A team whose cards are being sent is due within a minute, so that no other team is read.</summary>
    public async Task QueueAsync(TenantId tenant, CancellationToken ct)
    {
        await foreach (var id in teams.DueAsync(time.GetUtcNow().ToInstant() + RoundKeeper.Watch, ct).Where(team => team.Tenant == tenant))
        {
            if (await teams.FindAsync(id, ct) is not { Value.Latest.Name: var name }) continue;
            if (await rounds.FindAsync(new RoundId(id, name), ct) is { Value: { State: RoundState.Open, Delivered: false } round }) queue.Add(round.Id);
        }
    }
}
