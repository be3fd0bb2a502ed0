namespace RetroBot.Cards.Commands;

/// <summary>What can be asked of RetroBot in writing. The words for it stand in the texts of every language.</summary>
public enum Command
{
    Setup,
    Status,
    OpenNow,
    CloseNow,
    WeChanged,
    TeamOutcome,
    Tools,
    Diagnose,
    CheckIn,
    WhyAsked,
    Skip,
    Pause,
    Stop,
    Start,
    WhatIsStored,
    DeleteMyData,
    Catalog,
    Export,
    Language,
    Help,
}
