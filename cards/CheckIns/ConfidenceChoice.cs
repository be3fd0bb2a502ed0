namespace RetroBot.Cards.CheckIns;

public enum ConfidenceChoice
{
    Guess,
    Compared,
    Measured,
}
