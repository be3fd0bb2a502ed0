namespace RetroBot.Core.Rounds;

/// <summary>How often a team is asked. The value is the number of weeks.</summary>
public enum Cadence
{
    Weekly = 1,
    Fortnightly = 2,
    EveryFourWeeks = 4,
}
