namespace RetroBot.Core.CheckIns;

/// <summary>"Last week, did AI help with a work task?"</summary>
public enum Outcome
{
    Helped,
    NoDifference,
    CostTime,

    /// <summary>Chose not to use it, and that was right.</summary>
    RightlyNotUsed,
    NothingToReport,
    NotRelevant,
}
