using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>The note that RetroBot was removed from a team. Adding it again must not be a way to hold a round once more, so the week of the latest one is kept for a while.</summary>
/// <param name="Latest">Null where no round was opened.</param>
/// <param name="Due">When there is something to delete next.</param>
public sealed record LeftTeam(TeamId Id, RoundName? Latest, Instant LeftAt, Instant Due)
{
    /// <summary>The longest cadence: after it, no team is in the same period any more.</summary>
    public static Duration Kept { get; } = Duration.FromDays(28);

    public Instant ForgottenAt => LeftAt + Kept;
}
