namespace RetroBot.Core.Digests;

/// <summary>The outcome that a team's lead tracks.</summary>
/// <param name="Waiting">For the next digest; null where none was given since the last that showed one.</param>
/// <param name="Shown">In the last digest that showed one: with it the next is compared, if it is of the same metric. Null before the first.</param>
public sealed record TrackedOutcome(TeamOutcome? Waiting, TeamOutcome? Shown)
{
    public static TrackedOutcome None { get; } = new(Waiting: null, Shown: null);

    /// <summary>
    /// Once a digest is fixed. What it shows is taken from the digest itself: a lead may have given another value since it was sealed, and that one goes on waiting,
    /// to be compared with what everybody has read.
    /// </summary>
    public TrackedOutcome After(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.TwoNumbers is { Outcome: var read } ? new TrackedOutcome(Waiting?.IsIn(digest) is true ? null : Waiting, read) : this;
    }
}
