using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Deliveries;

/// <summary>The lines of one part of the look half-way, as they were read.</summary>
/// <param name="ReadAt">By this instance's monotonic clock.</param>
/// <param name="Next">What comes behind this part.</param>
/// <param name="Asked">Who is still in the team, and wants to be asked.</param>
internal sealed record HalfWayPart(long ReadAt, bool IsLate, HalfWayLook Next, bool Reminds, IReadOnlyList<Delivery> Lines, IReadOnlySet<UserId> Asked)
{
    /// <summary>What the round's row says once the next lines are claimed.</summary>
    public HalfWayLook After(HalfWayLook look, int atMost, Guid claim) => look.Claiming(atMost, Lines.Count, Next, claim);

    /// <summary>Who of the next lines may be sent a second card.</summary>
    public IReadOnlyList<ClaimedLine> Behind(HalfWayLook look, int atMost) =>
    [
        .. from line in Lines.Skip(look.Lines).Take(atMost)
           where Asked.Contains(line.User)
           let reason = ReasonOf(line, Reminds)
           where reason is not null
           select new ClaimedLine(line, reason.Value),
    ];

    public static SecondSend? ReasonOf(Delivery line, bool reminds) => line.State switch
    {
        DeliveryState.Unknown => SecondSend.MayHaveComeBefore,
        DeliveryState.Sent when reminds => SecondSend.Reminder,
        _ => null,
    };
}
