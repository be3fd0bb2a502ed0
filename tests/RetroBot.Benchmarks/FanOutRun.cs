using System.Diagnostics;
using RetroBot.Simulation;

namespace RetroBot.Benchmarks;

/// <summary>What it took to bring a card to everybody.</summary>
/// <param name="PerSecond">Arrivals, from the first to the last.</param>
/// <param name="Amid">The same without the first and the last hundredth of them.</param>
/// <param name="Whole">From the order to the last arrival.</param>
/// <param name="Cpu">Of the sending process, in that time.</param>
internal sealed record FanOutRun(double PerSecond, double Amid, TimeSpan Whole, TimeSpan Cpu)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<FanOutRun> MeasureAsync(int arrivals, Func<Task> order, ArrivalClock clock, AnotherProcess sender, TeamsSimulator teams, CancellationToken ct)
    {
        clock.Reset();
        var (begun, cpu) = (Stopwatch.GetTimestamp(), sender.Cpu);
        await order();
        await teams.WaitForAsync(() => clock.Count >= arrivals, Longest, ct);
        return new FanOutRun(clock.PerSecond(), clock.PerSecond(leftOut: 0.01), Stopwatch.GetElapsedTime(begun), sender.Cpu - cpu);
    }
}
