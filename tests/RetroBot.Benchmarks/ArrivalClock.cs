using System.Diagnostics;
using RetroBot.Simulation.Connector;

namespace RetroBot.Benchmarks;

/// <summary>When cards arrived in chats: how many, and how many a second.</summary>
internal sealed class ArrivalClock
{
    /// <summary>What all cards are called.</summary>
    public const string Card = "card";

    private readonly Lock gate = new();
    private readonly List<long> arrivals = [];

    /// <summary>Arrivals a second, counted from the first one.</summary>
    /// <param name="leftOut">So much of them at either end counts for nothing: how long single cards are on their way makes no difference then.</param>
    public double PerSecond(double leftOut = 0)
    {
        lock (gate)
        {
            var (first, last) = ((int)(leftOut * arrivals.Count), arrivals.Count - 1 - (int)(leftOut * arrivals.Count));
            return (last - first) / Stopwatch.GetElapsedTime(arrivals[first], arrivals[last]).TotalSeconds;
        }
    }

    public int Count
    {
        get
        {
            lock (gate) return arrivals.Count;
        }
    }

    public void Reset()
    {
        lock (gate) arrivals.Clear();
    }

    /// <summary>Notes a card and names it.</summary>
    /// <returns>Null for what is no card in a chat.</returns>
    public string? NameOf(ReceivedActivity received)
    {
        if (!received.ConversationId.StartsWith("a:", StringComparison.Ordinal)) return null;
        lock (gate) arrivals.Add(Stopwatch.GetTimestamp());
        return Card;
    }
}
