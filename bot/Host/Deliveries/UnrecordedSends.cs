using System.Collections.Concurrent;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>How the sends that this instance began have ended, as long as the ledger may not know it: storage can fail right behind a send.</summary>
internal sealed class UnrecordedSends
{
    private readonly ConcurrentDictionary<RoundId, ConcurrentDictionary<UserId, (SendAttempt? Attempt, Delivery End)>> ends = new();

    /// <param name="end">The line as it is to be recorded.</param>
    public void Remember(RoundId round, Delivery attempting, Delivery end) => ends.GetOrAdd(round, _ => new())[attempting.User] = (attempting.Attempt, end);

    /// <returns>Null for a send that another instance began, or this one before it was started anew.</returns>
    public Delivery? EndOf(RoundId round, Delivery attempting) =>
        ends.TryGetValue(round, out var its) && its.TryGetValue(attempting.User, out var known) && known.Attempt == attempting.Attempt ? known.End : null;

    public void Forget(RoundId round, UserId user)
    {
        if (ends.TryGetValue(round, out var its)) its.TryRemove(user, out _);
    }

    public void Forget(RoundId round) => ends.TryRemove(round, out _);
}
