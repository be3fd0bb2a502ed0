namespace RetroBot.Cards.CheckIns;

public enum OutcomeChoice
{
    Helped,
    NoDifference,
    CostTime,
    RightlyNotUsed,
    NothingToReport,
    NotRelevant,
}
