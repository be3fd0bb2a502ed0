namespace RetroBot.Simulation.Connector;

/// <summary>Scripted faults. A call meets the first one that is meant for it and not used up.</summary>
public sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Planned> plan = [];

    /// <param name="on">Which calls; all of them by default.</param>
    /// <param name="times">How many calls meet it; <see cref="int.MaxValue"/> for "until <see cref="Clear"/>".</param>
    public void Add(Fault fault, Func<ConnectorRequest, bool>? on = null, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (gate)
            plan.Add(new Planned(fault, on ?? (_ => true), times));
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

    private sealed record Planned(Fault Fault, Func<ConnectorRequest, bool> On, int Times);
}
