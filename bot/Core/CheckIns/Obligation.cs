namespace RetroBot.Core.CheckIns;

/// <summary>"To what extent do you feel that using AI at work is mandatory?" Asked every fourth round, optional.</summary>
public enum Obligation
{
    NotAtAll,
    Slightly,
    Somewhat,
    Mostly,
    Completely,
}
