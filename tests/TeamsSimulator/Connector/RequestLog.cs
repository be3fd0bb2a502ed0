using System.Globalization;

namespace RetroBot.Simulation.Connector;

/// <summary>Every call to the connector, in the order in which they were dealt with.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<RecordedRequest> requests = [];
    private readonly Dictionary<(ConnectorOperation Operation, int? Status), (string Call, int Count)> counts = [];
    private readonly ChangeSignal changes;
    private readonly int kept;

    internal RequestLog(ChangeSignal changes, int kept) => (this.changes, this.kept) = (changes, kept);

    /// <summary>The latest, as many as are kept: all of them by default.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (gate)
                return [.. requests.Skip(requests.Count - kept)];
        }
    }

    public int Count(ConnectorOperation operation) => Count((counted, _) => counted == operation);

    /// <param name="status">Null for calls that got no answer.</param>
    public int CountAnswered(int? status) => Count((_, counted) => counted == status);

    /// <summary>How often each call was answered how.</summary>
    public override string ToString()
    {
        lock (gate)
        {
            var calls = counts.Values.Select(call => string.Create(CultureInfo.InvariantCulture, $"{call.Call} ({call.Count} times)"));
            return counts.Count == 0 ? "No request came." : $"Requests: {string.Join("; ", calls)}.";
        }
    }

    internal void Add(RecordedRequest request)
    {
        lock (gate)
        {
            var kind = (request.Request.Operation, request.Status);
            counts[kind] = counts.TryGetValue(kind, out var same) ? same with { Count = same.Count + 1 } : (request.ToString(), 1);
            requests.Add(request);

            // In bulk, so that forgetting costs no more than remembering.
            if (requests.Count / 2 > kept)
                requests.RemoveRange(0, requests.Count - kept);
        }

        changes.Raise();
    }

    private int Count(Func<ConnectorOperation, int?, bool> isCounted)
    {
        lock (gate)
            return counts.Where(count => isCounted(count.Key.Operation, count.Key.Status)).Sum(count => count.Value.Count);
    }
}
