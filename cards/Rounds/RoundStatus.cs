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

/// <summary>How far the cards have got.</summary>
/// <param name="Unconfirmed">Sent, but Teams did not say whether they arrived.</param>
/// <param name="InProgress">Still to be sent.</param>
public sealed record Sending(int Sent, int NotReachable, int Unconfirmed, int InProgress);
