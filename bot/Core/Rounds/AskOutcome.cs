using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>What became of a question in a team's channel.</summary>
public abstract record AskOutcome
{
    private AskOutcome()
    {
    }

    /// <summary>It was asked, or nobody knows, or the channel will never take it: it is not asked again.</summary>
    public sealed record Ended : AskOutcome;

    /// <summary>The channel surely did not take it, and may take it later.</summary>
    /// <param name="After">What the channel asked for; null where it did not say.</param>
    public sealed record NotNow(Duration? After) : AskOutcome;
}
