using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>What is to be done next for a team.</summary>
public abstract record RoundStep
{
    private RoundStep()
    {
    }

    /// <summary>Nothing, until somebody in the team does something.</summary>
    public sealed record Idle : RoundStep;

    /// <summary>Nothing before <paramref name="Until"/>.</summary>
    public sealed record Wait(Instant Until) : RoundStep;

    /// <summary>Name the opening as the team's latest if it is not, then open the round.</summary>
    public sealed record Open(Opening Opening, Instant ClosesAt, bool AsksObligation) : RoundStep;

    /// <summary>Plan and send the round's cards, or go on with it.</summary>
    public sealed record Deliver : RoundStep;

    /// <summary>Send some cards again, or go on with it.</summary>
    public sealed record LookHalfWay : RoundStep;

    /// <summary>Shut answers out.</summary>
    public sealed record BeginClosing : RoundStep;

    /// <summary>Add the answers up, fix the digest, destroy the key.</summary>
    public sealed record Seal : RoundStep;

    /// <summary>Take off the team what the round's digest says in its place.</summary>
    public sealed record ForgetSaid : RoundStep;

    /// <summary>Post the digest in the channel.</summary>
    public sealed record Publish : RoundStep;
}
