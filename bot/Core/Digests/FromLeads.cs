namespace RetroBot.Core.Digests;

/// <summary>What leads have said that waits with a team for its next digest. None of it rests on an answer, so that it is shown however many answered.</summary>
public sealed record FromLeads(WeChanged? Changed, TrackedOutcome Outcome)
{
    /// <summary>The digest with it. Left out is what an earlier digest has said, where a crash kept it from being forgotten.</summary>
    /// <param name="digest">With its numbers.</param>
    public Digest In(Digest digest, IReadOnlyList<Digest> earlier)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(earlier);
        return digest with
        {
            Changed = Changed is { } changed && !earlier.Any(changed.IsIn) ? changed : null,
            TwoNumbers = Outcome.Waiting is { } waiting && !earlier.Any(waiting.IsIn) ? TwoNumbers.Of(waiting, Outcome.Shown, digest) : null,
        };
    }
}
