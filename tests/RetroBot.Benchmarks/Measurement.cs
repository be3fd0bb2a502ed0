namespace RetroBot.Benchmarks;

/// <summary>What one load came to.</summary>
/// <param name="P50">Half of the requests were answered at least as fast as this.</param>
/// <param name="P99">The same for 99 of 100.</param>
internal sealed record Measurement(double PerSecond, TimeSpan P50, TimeSpan P99)
{
    public static Measurement Of(IReadOnlyCollection<TimeSpan> latencies, TimeSpan elapsed)
    {
        TimeSpan[] sorted = [.. latencies.Order()];
        return new Measurement(sorted.Length / elapsed.TotalSeconds, At(0.5), At(0.99));

        TimeSpan At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
