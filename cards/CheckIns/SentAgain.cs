namespace RetroBot.Cards.CheckIns;

/// <summary>Why somebody is sent a second card in one round.</summary>
public enum SentAgain
{
    /// <summary>Teams did not say whether the first one arrived.</summary>
    MayHaveComeBefore,

    /// <summary>The team wants reminders, and the person has not answered.</summary>
    Reminder,
}
