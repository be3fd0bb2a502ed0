using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace RetroBot.Host.Telemetry;

/// <summary>A counter that tells whole tens of some of what it counts. What one person does, or leaves, then moves no number that somebody watches minute by minute.</summary>
internal sealed class Tens
{
    private readonly ConcurrentDictionary<Key, long> counts = new();

    public Tens(Meter meter, string name, string unit, string description) => meter.CreateObservableCounter(name, Read, unit, description);

    /// <param name="tags">Words of the program's own.</param>
    public void Add(params IReadOnlyList<KeyValuePair<string, object?>> tags) => Add(exact: false, tags);

    /// <summary>The same where each one is told: nothing of it rests on what a person does.</summary>
    public void AddExact(params IReadOnlyList<KeyValuePair<string, object?>> tags) => Add(exact: true, tags);

    private void Add(bool exact, IReadOnlyList<KeyValuePair<string, object?>> tags) => counts.AddOrUpdate(new Key(exact, string.Join(',', tags), tags), 1, (_, count) => count + 1);

    private IEnumerable<Measurement<long>> Read() => counts.Select(count => new Measurement<long>(count.Key.Exact ? count.Value : count.Value / 10 * 10, count.Key.Tags));

    private sealed record Key(bool Exact, string Text, IReadOnlyList<KeyValuePair<string, object?>> Tags)
    {
        public bool Equals(Key? other) => other is not null && Exact == other.Exact && string.Equals(Text, other.Text, StringComparison.Ordinal);

        public override int GetHashCode() => HashCode.Combine(Exact, Text);
    }
}
