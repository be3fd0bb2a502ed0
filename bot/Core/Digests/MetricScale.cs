namespace RetroBot.Core.Digests;

/// <summary>Which values a metric takes, and in which direction it is better.</summary>
public sealed record MetricScale(decimal Least, decimal Most, int Decimals, bool IsLessBetter)
{
    public static MetricScale Of(TeamMetric metric) => metric switch
    {
        TeamMetric.CycleTime => new(0, 365, Decimals: 1, IsLessBetter: true),
        TeamMetric.EscapedDefects => new(0, 9999, Decimals: 0, IsLessBetter: true),
        TeamMetric.Satisfaction => new(1, 5, Decimals: 1, IsLessBetter: false),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    public bool Includes(decimal value) => value >= Least && value <= Most && decimal.Round(value, Decimals) == value;

    /// <summary>Above 0 where a value is better than the one before, below where it is worse.</summary>
    public int Compare(decimal before, decimal value) => IsLessBetter ? before.CompareTo(value) : value.CompareTo(before);
}
