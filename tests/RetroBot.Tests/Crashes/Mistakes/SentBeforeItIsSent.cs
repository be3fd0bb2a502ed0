using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>A card counts as sent when its sending begins.</summary>
public sealed class SentBeforeItIsSent : SendingMistake
{
    internal override Call At => Send;

    internal override KillMoment Moment => KillMoment.Before;

    internal override IEnumerable<string> Faults => [RoundJudge.Lost];

    public override void Change(IServiceCollection services) => Wrap<ILedger>(services, (ledger, _) => new Hasty(ledger));

    private sealed class Hasty(ILedger ledger) : LedgerAround(ledger)
    {
        public override Task<string?> MoveAsync(RoundId round, Delivery delivery, string version, CancellationToken ct) =>
            base.MoveAsync(round, delivery.State == DeliveryState.Attempting ? delivery.Ended(DeliveryState.Sent) : delivery, version, ct);
    }
}
