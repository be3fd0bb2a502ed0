using System.Diagnostics.Metrics;

namespace RetroBot.Host.Telemetry;

/// <summary>How long people wait for the answer to a press, without telling that anybody pressed.</summary>
/// <remarks>
/// A histogram has a count, and whoever watches it beside the people knows when one of them answered. So there is one number instead, for presses of all kinds: the step under which 95 of the latest hundred lie,
/// made anew once an hour. It is there from the start, when all hundred count as having taken no time, since its first appearance would tell of a press, too.
/// </remarks>
internal sealed class InvokeInstruments
{
    private const int Latest = 100;
    private const int Slowest = 5;

    /// <summary>In seconds; what takes longer counts as the last.</summary>
    private static readonly double[] Steps = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly TimeSpan[] latest = new TimeSpan[Latest];
    private readonly TimeProvider time;
    private int next;
    private double told = Steps[0];
    private long toldAt;

    public InvokeInstruments(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        toldAt = time.GetTimestamp();
        meters.OfRetroBot().CreateObservableGauge("retrobot.invoke.duration", Read, Measures.Seconds, "Of the latest hundred presses, 95 were answered within this time; a step, renewed once an hour.");
    }

    public void Answered(TimeSpan duration)
    {
        lock (gate)
        {
            latest[next] = duration;
            next = (next + 1) % Latest;
        }
    }

    private double Read()
    {
        lock (gate)
        {
            if (time.GetElapsedTime(toldAt) < Kept) return told;
            var slow = latest.OrderDescending().ElementAt(Slowest).TotalSeconds;
            (told, toldAt) = (Steps.FirstOrDefault(step => slow <= step, Steps[^1]), time.GetTimestamp());
            return told;
        }
    }
}
