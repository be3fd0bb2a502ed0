using System.Threading.Channels;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>The rounds that this instance is to send, each at most once in the queue. What is lost with the process is found again by <c>RoundWorker</c>.</summary>
internal sealed class DeliveryQueue
{
    private readonly Channel<RoundId> rounds = Channel.CreateUnbounded<RoundId>();
    private readonly HashSet<RoundId> known = [];
    private readonly Lock gate = new();

    public void Add(RoundId round)
    {
        lock (gate)
        {
            if (known.Add(round)) rounds.Writer.TryWrite(round);
        }
    }

    public IAsyncEnumerable<RoundId> ReadAsync(CancellationToken ct) => rounds.Reader.ReadAllAsync(ct);

    public bool TryTake(out RoundId? round) => rounds.Reader.TryRead(out round);

    /// <summary>The round may be queued again.</summary>
    public void Finished(RoundId round)
    {
        lock (gate) known.Remove(round);
    }
}
