using System.Diagnostics;
using RetroBot.Simulation.Connector;

namespace RetroBot.Benchmarks;

/// <summary>When cards arrived in chats: how many, and the time between the first and the last.</summary>
internal sealed class ArrivalClock
{
    /// <summary>What all cards are called.</summary>
    public const string Card = "card";

    private readonly Lock gate = new();
    private int count;
    private long first;
    private long last;

    /// <summary>Arrivals a second, counted from the first one.</summary>
    public double PerSecond
    {
        get
        {
            lock (gate) return (count - 1) / Stopwatch.GetElapsedTime(first, last).TotalSeconds;
        }
    }

    public int Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    public void Reset()
    {
        lock (gate) count = 0;
    }

    /// <summary>Notes a card and names it.</summary>
    /// <returns>Null for what is no card in a chat.</returns>
    public string? NameOf(ReceivedActivity received)
    {
        if (!received.ConversationId.StartsWith("a:", StringComparison.Ordinal)) return null;
        lock (gate)
        {
            last = Stopwatch.GetTimestamp();
            if (count++ == 0) first = last;
        }

        return Card;
    }
}
