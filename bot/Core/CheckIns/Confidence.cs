namespace RetroBot.Core.CheckIns;

/// <summary>"How sure are you".</summary>
public enum Confidence
{
    Guess,
    Compared,
    Measured,
}
