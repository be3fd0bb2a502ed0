using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Limits;

/// <summary>How long each operation takes; one that is not named takes no time. The same seed draws the same times in the same order.</summary>
public sealed class Latencies(int seed, IReadOnlyDictionary<ConnectorOperation, Latency> ofOperations)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    public static Latencies None { get; } = new(seed: 0, new Dictionary<ConnectorOperation, Latency>());

    /// <summary>Assumed, since Microsoft publishes no figures: what bots in the field report, in round numbers.</summary>
    public static Latencies Assumed(int seed)
    {
        var usual = Of(150, 800);
        return new(seed, Enum.GetValues<ConnectorOperation>().ToDictionary(operation => operation, operation => operation switch
        {
            ConnectorOperation.CreateConversation => Of(200, 1_000),
            ConnectorOperation.SendToConversation or ConnectorOperation.ReplyToActivity => Of(300, 1_500),
            _ => usual,
        }));

        static Latency Of(int median, int p99) => new(TimeSpan.FromMilliseconds(median), TimeSpan.FromMilliseconds(p99));
    }

    internal TimeSpan Draw(ConnectorOperation operation)
    {
        if (!ofOperations.TryGetValue(operation, out var latency)) return TimeSpan.Zero;
        lock (gate) return latency.Draw(random);
    }
}
