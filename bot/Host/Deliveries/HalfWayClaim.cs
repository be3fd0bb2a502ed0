namespace RetroBot.Host.Deliveries;

/// <summary>Some lines of a ledger that this instance has claimed, or is about to: the round's row says which.</summary>
/// <param name="Id">As it stands on the round's row once the claim holds.</param>
internal sealed record HalfWayClaim(Guid Id, IReadOnlyList<ClaimedLine> Lines);
