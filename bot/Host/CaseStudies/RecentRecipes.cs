using System.Collections.Concurrent;
using RetroBot.Cards;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;

namespace RetroBot.Host.CaseStudies;

/// <summary>Which recipes were sent to whom within the last minute, in memory and nowhere else: a double tap, and a press that Teams delivers twice, send one.</summary>
/// <remarks>Presses that reach two instances send two.</remarks>
internal sealed class RecentRecipes(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(UserId User, CaseStudyId Study), Sending> recent = new();

    /// <param name="send">Asked where nothing recent is known. What surely did not arrive, or met a fault, is not remembered.</param>
    public async Task<NotSent?> OnceAsync(UserId user, CaseStudyId study, Func<Task<NotSent?>> send)
    {
        foreach (var (person, known) in recent) if (time.GetElapsedTime(known.Since) > Remembered) recent.TryRemove(new(person, known));
        var sending = recent.GetOrAdd((user, study), _ => new Sending(new Lazy<Task<NotSent?>>(send), time.GetTimestamp()));
        var mayHaveArrived = false;
        try
        {
            var outcome = await sending.Outcome.Value;
            mayHaveArrived = outcome is null or NotSent.Unconfirmed;
            return outcome;
        }
        finally
        {
            if (!mayHaveArrived) recent.TryRemove(new((user, study), sending));
        }
    }

    /// <param name="Since">When it was begun.</param>
    private sealed record Sending(Lazy<Task<NotSent?>> Outcome, long Since);
}
