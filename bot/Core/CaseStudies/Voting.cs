using NodaTime;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>How long others may say whether a case study worked for them, too.</summary>
public static class Voting
{
    public static Duration Length { get; } = Duration.FromDays(90);

    /// <summary>Longer than a vote that was in time can be on its way, or two clocks differ.</summary>
    private static Duration Settling { get; } = Duration.FromHours(1);

    /// <param name="round">With which the case study was published.</param>
    public static Instant EndsAt(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.ClosesAt + Length;
    }

    /// <summary>When every vote that was taken is there, so that votes and key can be destroyed and none comes after.</summary>
    /// <param name="round">With which the case study was published.</param>
    public static Instant SettledAt(Round round) => EndsAt(round) + Settling;
}
