namespace RetroBot.Simulation.Connector;

/// <summary>Every call to the connector, in the order in which they were dealt with.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<RecordedRequest> requests = [];
    private readonly ChangeSignal changes;

    internal RequestLog(ChangeSignal changes) => this.changes = changes;

    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    public int Count(ConnectorOperation operation)
    {
        lock (gate)
            return requests.Count(recorded => recorded.Request.Operation == operation);
    }

    /// <summary>How often each call was answered how.</summary>
    public override string ToString()
    {
        var calls = All.CountBy(recorded => recorded.ToString()).Select(call => $"{call.Key} ({call.Value} times)").ToList();
        return calls.Count == 0 ? "No request came." : $"Requests: {string.Join("; ", calls)}.";
    }

    internal void Add(RecordedRequest request)
    {
        lock (gate)
            requests.Add(request);
        changes.Raise();
    }
}
