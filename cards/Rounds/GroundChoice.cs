namespace RetroBot.Cards.Rounds;

/// <summary>Why a team does without a tool, in the order in which the card offers them.</summary>
public enum GroundChoice
{
    NotAllowed,
    DataProtection,
    Quality,
    NoTimeSaved,
    Cost,
    DoesNotFit,
    Replaced,
    Other,
}
