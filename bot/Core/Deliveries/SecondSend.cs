namespace RetroBot.Core.Deliveries;

/// <summary>Why a member is sent a second card in one round.</summary>
public enum SecondSend
{
    /// <summary>Nobody knows whether the first one arrived.</summary>
    MayHaveComeBefore,

    /// <summary>The team wants reminders, and the member has not answered.</summary>
    Reminder,
}
