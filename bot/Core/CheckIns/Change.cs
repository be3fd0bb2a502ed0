namespace RetroBot.Core.CheckIns;

/// <summary>"What changed": any number of them.</summary>
public enum Change
{
    ShippedSooner,
    FewerErrors,
    IssueResolvedQuicker,
    ShorterDesignCycle,
    LessTedious,
    LearnedSomething,
    NothingVisible,
    WorkForOthers,
}
