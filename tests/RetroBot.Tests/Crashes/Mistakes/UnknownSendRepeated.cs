using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>A send whose end nobody knows is taken for one that was never begun.</summary>
public sealed class UnknownSendRepeated : SendingMistake
{
    internal override Call At => Send;

    internal override KillMoment Moment => KillMoment.After;

    internal override IEnumerable<string> Faults => [RoundJudge.Doubled];

    public override void Change(IServiceCollection services) => Wrap<ILedger>(services, (ledger, _) => new Hopeful(ledger));

    private sealed class Hopeful(ILedger ledger) : LedgerAround(ledger)
    {
        public override IAsyncEnumerable<Versioned<Delivery>> OfAsync(RoundId round, CancellationToken ct) =>
            base.OfAsync(round, ct).Select(line => line.Value.State == DeliveryState.Attempting ? line with { Value = line.Value.Ended(DeliveryState.Planned) } : line);
    }
}
