namespace RetroBot.Cards.Digests;

/// <summary>A value that a lead gave for what the team tracks.</summary>
public sealed record TrackedValue(MetricChoice Metric, decimal Value)
{
    public const decimal MostDays = 365;
    public const decimal MostDefects = 9999;
    public const decimal LeastSatisfaction = 1;
    public const decimal MostSatisfaction = 5;

    /// <summary>Which values each takes, and with how many decimals.</summary>
    internal static (decimal Least, decimal Most, int Decimals) RangeOf(MetricChoice metric) => metric switch
    {
        MetricChoice.CycleTime => (0, MostDays, 1),
        MetricChoice.EscapedDefects => (0, MostDefects, 0),
        MetricChoice.Satisfaction => (LeastSatisfaction, MostSatisfaction, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };
}
