using NodaTime;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>The rounds whose cards this instance knows to be unsent, each with the time at which there is something to do. What is lost with the process is found again in storage.</summary>
internal sealed class DeliveryQueue
{
    private readonly Dictionary<RoundId, Instant> rounds = [];
    private readonly Lock gate = new();

    public void Add(RoundId round)
    {
        lock (gate) rounds.TryAdd(round, Instant.MinValue);
    }

    public IReadOnlyList<TenantId> TenantsDueAt(Instant now)
    {
        lock (gate) return [.. rounds.Where(round => round.Value <= now).Select(round => round.Key.Team.Tenant).Distinct()];
    }

    /// <summary>Takes the tenant's rounds that are due; each is handed out once, until it is put off or done.</summary>
    public IReadOnlyList<RoundId> Take(TenantId tenant, Instant now)
    {
        lock (gate)
        {
            RoundId[] due = [.. rounds.Where(round => round.Key.Team.Tenant == tenant && round.Value <= now).Select(round => round.Key)];
            foreach (var round in due) rounds[round] = Instant.MaxValue;
            return due;
        }
    }

    public bool Has(TenantId tenant)
    {
        lock (gate) return rounds.Keys.Any(round => round.Team.Tenant == tenant);
    }

    /// <summary>A round that was taken is due again at that time.</summary>
    public void PutOff(RoundId round, Instant until)
    {
        lock (gate) rounds[round] = until;
    }

    /// <summary>Nothing is left to be sent of it.</summary>
    public void Remove(RoundId round)
    {
        lock (gate) rounds.Remove(round);
    }
}
