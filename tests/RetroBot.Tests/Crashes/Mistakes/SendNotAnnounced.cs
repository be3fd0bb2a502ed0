using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Crashes.Mistakes;

/// <summary>That a card was sent is written down afterwards, and not before that it will be.</summary>
public sealed class SendNotAnnounced : SendingMistake
{
    internal override Call At => Send;

    internal override KillMoment Moment => KillMoment.After;

    internal override IEnumerable<string> Faults => [RoundJudge.Doubled];

    public override void Change(IServiceCollection services) => Wrap<ILedger>(services, (ledger, _) => new Forgetful(ledger));

    private sealed class Forgetful(ILedger ledger) : LedgerAround(ledger)
    {
        public override Task<string?> MoveAsync(RoundId round, Delivery delivery, string version, CancellationToken ct) =>
            delivery.State == DeliveryState.Attempting ? Task.FromResult<string?>(version) : base.MoveAsync(round, delivery, version, ct);
    }
}
