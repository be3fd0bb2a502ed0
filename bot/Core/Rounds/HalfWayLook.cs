using RetroBot.Core.Deliveries;

namespace RetroBot.Core.Rounds;

/// <summary>
/// The look half-way through a round at who may be sent a card again: those of whom nobody knows whether the first one arrived, and, where the team wants reminders, everybody who has not answered.
/// Lines of the ledger are claimed here before they are dealt with, some at a time, so that nobody is reminded twice. About the people nothing is written: that would tell who had not answered.
/// </summary>
/// <remarks>
/// It has two parts, each over lines that do not change any more once it begins, nor does one join them: so a number is enough to know how far it has come. What came early is dealt with half-way,
/// whatever is still to be sent; what came late, once nothing is.
/// </remarks>
/// <param name="Lines">How many of this part's lines, in the ledger's order, are claimed.</param>
/// <param name="IsLate">Whether it is at its second part: nobody is reminded of a card that came late, but of some nobody knows whether they came.</param>
/// <param name="Claim">A random id of the latest claim, by which whoever made it knows it again; null before the first.</param>
public sealed record HalfWayLook(int Lines, bool IsOver, bool IsLate = false, Guid? Claim = null)
{
    public static HalfWayLook NotBegun { get; } = new(0, IsOver: false);

    public static HalfWayLook Late { get; } = new(0, IsOver: false, IsLate: true);

    public static HalfWayLook Over { get; } = new(0, IsOver: true);

    /// <summary>Whether a line belongs to this part.</summary>
    public bool Includes(Delivery line, Round round)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(round);
        return IsLate
            ? line.State is DeliveryState.Unknown && line.TriedAt >= round.EarlyUntil
            : line.State is DeliveryState.Unknown or DeliveryState.Sent && line.TriedAt < round.EarlyUntil;
    }

    /// <summary>Whether a line may yet come to belong to the first part: its send was begun early, and how that ended is still to be recorded.</summary>
    public static bool Awaits(Delivery line, Round round)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(round);
        return line.State is DeliveryState.Attempting && line.TriedAt < round.EarlyUntil;
    }

    /// <param name="lines">All of this part's.</param>
    /// <param name="after">What comes when this part is over.</param>
    public HalfWayLook Claiming(int atMost, int lines, HalfWayLook after, Guid claim) => Lines + atMost >= lines ? after with { Claim = claim } : this with { Lines = Lines + atMost, Claim = claim };
}
