namespace RetroBot.Core.CheckIns;

public enum AnswerOutcome
{
    Kept,

    /// <summary>The round is closing or closed. Nothing was changed.</summary>
    RoundOver,
}
