namespace RetroBot.Simulation.Limits;

/// <summary>How long an operation takes: log-normal, as times of answers over a network are.</summary>
/// <param name="Median">Half of the calls take no longer.</param>
/// <param name="P99">99 of 100 take no longer; at least the median.</param>
public readonly record struct Latency(TimeSpan Median, TimeSpan P99)
{
    /// <summary>How many standard deviations the 99th percentile is above the median.</summary>
    private const double DeviationsToP99 = 2.3263;

    public TimeSpan Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var spread = Math.Log(P99 / Median) / DeviationsToP99;
        return Median * Math.Exp(spread * Normal(random));
    }

    /// <summary>Box and Muller's way from two uniform numbers.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
