namespace RetroBot.Cards.CheckIns;

public enum ObligationChoice
{
    NotAtAll,
    Slightly,
    Somewhat,
    Mostly,
    Completely,
}
