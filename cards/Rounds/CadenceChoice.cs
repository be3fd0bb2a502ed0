namespace RetroBot.Cards.Rounds;

public enum CadenceChoice
{
    Weekly,
    Fortnightly,
    EveryFourWeeks,
}
