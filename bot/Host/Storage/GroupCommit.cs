using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Storage;

/// <summary>Changes to answers, on their way into storage. Those of one round that come while a write to it is under way wait for its end, and then go together, in the order in which they came.</summary>
/// <remarks>Nobody waits for company, other rounds go their own ways, and nothing is held here once its write has ended.</remarks>
/// <param name="write">Writes all of them or none, in their order. A deletion comes alone: whether there was anything to delete is nobody else's concern.</param>
internal sealed class GroupCommit(Func<RoundId, IReadOnlyList<AnswerChange>, Task<AnswerOutcome>> write)
{
    /// <summary>As many as one transaction takes beside the round's gate.</summary>
    public const int LargestGroup = StorageTable.LargestTransaction - 1;

    /// <summary>Of one round: some seconds' work for a partition of Azure's, which is as long as anybody waits for the answer to a button.</summary>
    public const int MostWaiting = 5_000;

    private readonly Lock gate = new();
    private readonly Dictionary<RoundId, LinkedList<Waiting>> lines = [];

    /// <exception cref="StorageUnavailableException">Storage did not take the write that this was to go with, or that it waited for; or too many wait already.</exception>
    public Task<AnswerOutcome> AddAsync(RoundId round, AnswerChange change, CancellationToken ct)
    {
        if (ct.IsCancellationRequested) return Task.FromCanceled<AnswerOutcome>(ct);
        var waiting = new Waiting(change, GoesAlone: change.Sealed is null, ct);
        lock (gate)
        {
            if (lines.TryGetValue(round, out var line))
            {
                if (line.Count >= MostWaiting) return Task.FromException<AnswerOutcome>(new StorageUnavailableException("More answers wait for storage than it takes in time."));
                line.AddLast(waiting);
            }
            else
            {
                lines.Add(round, new LinkedList<Waiting>([waiting]));
                // Nobody's own: what is written for several people is traced and logged with none of them.
                ThreadPool.UnsafeQueueUserWorkItem(_ => _ = WriteAllAsync(round), state: null);
            }
        }
        return waiting.Outcome.Task.WaitAsync(ct);
    }

    private async Task WriteAllAsync(RoundId round)
    {
        while (NextOf(round) is { Count: > 0 } group)
        {
            try
            {
                var outcome = await write(round, [.. group.Select(waiting => waiting.Change)]);
                foreach (var waiting in group) waiting.Outcome.SetResult(outcome);
            }
            catch (StorageUnavailableException fault)
            {
                // Whoever waits is told as well: trying theirs, too, would take longer than Teams waits for an answer.
                foreach (var waiting in group.Concat(RestOf(round))) waiting.Outcome.SetException(fault);
            }
            catch (Exception fault) when (group.Count == 1)
            {
                group[0].Outcome.SetException(fault);
            }
            catch (Exception)
            {
                // Something is wrong with one of them, and nobody's answer fails for another's.
                PutBack(round, group);
            }
        }
    }

    /// <returns>What goes next; empty when nothing waits any more, and then the round is forgotten.</returns>
    private List<Waiting> NextOf(RoundId round)
    {
        lock (gate)
        {
            var line = lines[round];
            List<Waiting> group = [];
            while (line.First is { Value: var next } && group.Count < LargestGroup && (group.Count == 0 || !(next.GoesAlone || group[0].GoesAlone)))
            {
                line.RemoveFirst();
                if (!next.Ct.IsCancellationRequested) group.Add(next);
            }
            if (group.Count == 0) lines.Remove(round);
            return group;
        }
    }

    private List<Waiting> RestOf(RoundId round)
    {
        lock (gate)
        {
            List<Waiting> rest = [.. lines[round]];
            lines[round].Clear();
            return rest;
        }
    }

    private void PutBack(RoundId round, List<Waiting> group)
    {
        lock (gate)
            foreach (var waiting in Enumerable.Reverse(group)) lines[round].AddFirst(waiting with { GoesAlone = true });
    }

    /// <param name="Ct">Whoever gave up before their turn is passed over.</param>
    private sealed record Waiting(AnswerChange Change, bool GoesAlone, CancellationToken Ct)
    {
        /// <summary>Continued elsewhere, so that nobody's reply keeps the next write waiting.</summary>
        public TaskCompletionSource<AnswerOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
