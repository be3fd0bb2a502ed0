namespace RetroBot.Cards.Rounds;

/// <summary>What anyone in the team may know of the current round. Never who answered, nor how many.</summary>
public abstract record RoundStatus
{
    private RoundStatus()
    {
    }

    /// <param name="Opens">Null while the team is not set up.</param>
    public sealed record Waiting(Moment? Opens) : RoundStatus;

    public sealed record Open(Moment Closes, Sending Sending) : RoundStatus;

    /// <summary>Answers are being sealed and counted.</summary>
    public sealed record Closing : RoundStatus;
}

/// <summary>What there is to know of the cards' way to people.</summary>
/// <remarks>No number of cards sent or to be sent: against the roster it would tell how many people stopped or paused.</remarks>
/// <param name="Blocked">People who blocked RetroBot.</param>
/// <param name="NotInstalled">People for whom it is not installed.</param>
/// <param name="Unreachable">People whom Teams does not know, or refuses for a reason of its own.</param>
/// <param name="Unconfirmed">Sent, but Teams did not say whether they arrived.</param>
/// <param name="PutOff">Whether Teams asked for patience, so that cards wait to be tried again. How many is not said: when nobody's card gets through, that is how many are sent one.</param>
/// <param name="InProgress">Whether some are still to be sent.</param>
public sealed record Sending(int Blocked, int NotInstalled, int Unreachable, int Unconfirmed, bool PutOff, bool InProgress);
