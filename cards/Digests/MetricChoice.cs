namespace RetroBot.Cards.Digests;

/// <summary>What a lead may track.</summary>
public enum MetricChoice
{
    CycleTime,
    EscapedDefects,
    Satisfaction,
}
