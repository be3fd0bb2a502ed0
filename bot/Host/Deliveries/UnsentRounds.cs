using NodaTime.Extensions;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>Finds in storage the rounds of some tenants that have cards to send: those that a sender left behind when it died, or that another instance opened.</summary>
internal sealed class UnsentRounds(ITeamStore teams, IRoundStore rounds, DeliveryQueue queue, TimeProvider time)
{
    /// <summary>A team whose cards are being sent is due within a minute, so that no other team is read.</summary>
    public async Task QueueAsync(IReadOnlyCollection<TenantId> tenants, CancellationToken ct)
    {
        if (tenants.Count == 0) return;
        var now = time.GetUtcNow().ToInstant();
        await foreach (var id in teams.DueAsync(now + RoundKeeper.Watch, ct).Where(team => tenants.Contains(team.Tenant)))
        {
            if (await teams.FindAsync(id, ct) is not { Value.Latest.Name: var name }) continue;
            if (await rounds.FindAsync(new RoundId(id, name), ct) is { Value: var round } && round.HasCardsAt(now)) queue.Add(round, now);
        }
    }
}
