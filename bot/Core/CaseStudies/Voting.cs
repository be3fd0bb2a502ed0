using NodaTime;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>How long others may say whether a case study worked for them, too.</summary>
public static class Voting
{
    public static Duration Length { get; } = Duration.FromDays(90);

    /// <param name="round">With which the case study was published.</param>
    public static Instant EndsAt(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.ClosesAt + Length;
    }
}
