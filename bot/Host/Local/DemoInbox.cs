using System.Threading.Channels;

namespace RetroBot.Host.Local;

/// <summary>The check-in cards that simulated teammates have received and not yet answered.</summary>
internal sealed class DemoInbox
{
    private readonly Channel<ReceivedCheckIn> received = Channel.CreateUnbounded<ReceivedCheckIn>();

    public int Count => received.Reader.Count;

    public void Add(ReceivedCheckIn checkIn) => received.Writer.TryWrite(checkIn);

    public IAsyncEnumerable<ReceivedCheckIn> ReadAsync(CancellationToken ct) => received.Reader.ReadAllAsync(ct);
}
