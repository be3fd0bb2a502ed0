using RetroBot.Cards.Rounds;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>What anybody in a team may know of the cards' way to people.</summary>
internal sealed class SendingReport(ILedger ledger)
{
    public async Task<Sending> OfAsync(Round round, CancellationToken ct)
    {
        var lines = await ledger.OfAsync(round.Id, ct).CountBy(line => line.Value.State).ToDictionaryAsync(cancellationToken: ct);
        return new Sending(Of(DeliveryState.Blocked), Of(DeliveryState.NotInstalled), Of(DeliveryState.Unreachable), Of(DeliveryState.Unknown), PutOff: Of(DeliveryState.RetryAt) > 0, InProgress: !round.Delivered);

        int Of(DeliveryState state) => lines.GetValueOrDefault(state);
    }
}
