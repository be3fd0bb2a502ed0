using NodaTime;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>What this instance knows to be unsent, each with the time at which there is something to do. What is lost with the process is found again in storage.</summary>
internal sealed class DeliveryQueue
{
    /// <summary>What is put off for longer waits on purpose, such as for the end of quiet hours.</summary>
    private static readonly Duration LongWait = Duration.FromMinutes(10);

    private readonly Dictionary<Errand, Instant> errands = [];
    private readonly Dictionary<RoundId, Instant> waiting = [];
    private readonly Lock gate = new();

    /// <summary>Adds what is to be sent of the round now.</summary>
    public void Add(Round round, Instant now)
    {
        lock (gate)
        {
            if (!round.Delivered && errands.TryAdd(new Errand(round.Id, CardWave.First), Instant.MinValue)) waiting[round.Id] = now;
            if (round.LooksHalfWayAt(now)) errands.TryAdd(new Errand(round.Id, CardWave.Second), Instant.MinValue);
        }
    }

    public IReadOnlyList<TenantId> TenantsDueAt(Instant now)
    {
        lock (gate) return [.. errands.Where(errand => errand.Value <= now).Select(errand => errand.Key.Round.Team.Tenant).Distinct()];
    }

    /// <summary>Takes what is due, the longest due first; each is handed out once, until it is put off or done.</summary>
    public IReadOnlyList<Errand> Take(TenantId tenant, CardWave wave, Instant now, int atMost)
    {
        lock (gate)
        {
            Errand[] due = [.. errands.Where(errand => errand.Key.Round.Team.Tenant == tenant && errand.Key.Wave == wave && errand.Value <= now).OrderBy(errand => errand.Value).Take(atMost).Select(errand => errand.Key)];
            foreach (var errand in due) errands[errand] = Instant.MaxValue;
            return due;
        }
    }

    public bool Has(TenantId tenant)
    {
        lock (gate) return errands.Keys.Any(errand => errand.Round.Team.Tenant == tenant);
    }

    /// <summary>What was taken is due again at that time.</summary>
    public void PutOff(Errand errand, Instant until, Instant now)
    {
        lock (gate)
        {
            errands[errand] = until;
            if (errand.Wave == CardWave.First && until - now > LongWait) waiting[errand.Round] = until;
        }
    }

    /// <summary>Nothing is left to be sent of it.</summary>
    public void Remove(Errand errand)
    {
        lock (gate)
        {
            errands.Remove(errand);
            if (errand.Wave == CardWave.First) waiting.Remove(errand.Round);
        }
    }

    /// <summary>For how long first cards of any round have been waiting, or are being sent.</summary>
    public Duration OldestAt(Instant now)
    {
        lock (gate) return waiting.Count == 0 ? Duration.Zero : Duration.Max(now - waiting.Values.Min(), Duration.Zero);
    }

    /// <summary>Somebody else sends for the tenant.</summary>
    /// <returns>The rounds of which there was something.</returns>
    public IReadOnlyList<RoundId> RemoveAll(TenantId tenant)
    {
        lock (gate)
        {
            Errand[] its = [.. errands.Keys.Where(errand => errand.Round.Team.Tenant == tenant)];
            foreach (var errand in its)
            {
                errands.Remove(errand);
                waiting.Remove(errand.Round);
            }
            return [.. its.Select(errand => errand.Round).Distinct()];
        }
    }
}
