namespace RetroBot.Core.Digests;

/// <summary>What a lead gave as the team's value of what it tracks, for the time since the last digest. It waits with the team for the next digest that is sealed, and stands in that one alone.</summary>
public sealed record TeamOutcome
{
    /// <summary>Random: the same value given again is given anew.</summary>
    public string Id { get; }

    public TeamMetric Metric { get; }

    public decimal Value { get; }

    /// <exception cref="ArgumentException">There is no id, or the metric does not take the value.</exception>
    public TeamOutcome(string id, TeamMetric metric, decimal value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!MetricScale.Of(metric).Includes(value)) throw new ArgumentOutOfRangeException(nameof(value), value, $"{metric} does not take this value.");
        (Id, Metric, Value) = (id, metric, value);
    }

    public bool IsIn(Digest? digest) => string.Equals(digest?.TwoNumbers?.Outcome.Id, Id, StringComparison.Ordinal);
}
