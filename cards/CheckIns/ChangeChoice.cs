namespace RetroBot.Cards.CheckIns;

public enum ChangeChoice
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
