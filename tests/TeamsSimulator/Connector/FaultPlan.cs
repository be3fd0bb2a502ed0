namespace RetroBot.Simulation.Connector;

/// <summary>Scripted faults. A call meets the first one that is meant for it and not used up.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Planned> plan = [];
    private readonly TimeProvider time;

    internal FaultPlan(TimeProvider time) => this.time = time;

    /// <param name="on">Which calls; all of them by default.</param>
    /// <param name="times">How many calls meet it; <see cref="int.MaxValue"/> for "until <see cref="Clear"/>".</param>
    public void Add(Fault fault, Func<ConnectorRequest, bool>? on = null, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        Add(new Planned(fault, on ?? (_ => true), times));
    }

    /// <summary>From one moment until another, by the simulator's clock, a share of the calls meets the fault.</summary>
    /// <param name="on">Which calls; all of them by default.</param>
    /// <param name="share">1 for each of them.</param>
    /// <param name="seed">The same seed chooses the same calls of the same row of calls.</param>
    public void AddStorm(Fault fault, DateTimeOffset from, DateTimeOffset until, Func<ConnectorRequest, bool>? on = null, double share = 1, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, until);
        ArgumentOutOfRangeException.ThrowIfNotEqual(share is > 0 and <= 1, true, nameof(share));
        var random = new Random(seed);
        Add(new Planned(fault, Meets, int.MaxValue));

        // Under the gate, as everything that asks a plan.
        bool Meets(ConnectorRequest request) =>
            time.GetUtcNow() is var now && now >= from && now < until && on?.Invoke(request) != false && random.NextDouble() < share;
    }

    public void Clear()
    {
        lock (gate)
            plan.Clear();
    }

    internal Fault? Take(ConnectorRequest request)
    {
        lock (gate)
        {
            var index = plan.FindIndex(planned => planned.On(request));
            if (index < 0)
                return null;
            var met = plan[index];
            if (met.Times == 1)
                plan.RemoveAt(index);
            else if (met.Times != int.MaxValue)
                plan[index] = met with { Times = met.Times - 1 };
            return met.Fault;
        }
    }

    private void Add(Planned planned)
    {
        lock (gate)
            plan.Add(planned);
    }

    private sealed record Planned(Fault Fault, Func<ConnectorRequest, bool> On, int Times);
}
