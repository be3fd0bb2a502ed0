using System.Diagnostics.Metrics;
using NodaTime.Extensions;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Telemetry;

/// <summary>How long cards wait. First cards alone: second ones go to those who have not answered, and how long those take would tell how many they are.</summary>
internal sealed class DeliveryInstruments
{
    public DeliveryInstruments(IMeterFactory meters, DeliveryQueue queue, TimeProvider time) => meters.OfRetroBot().CreateObservableGauge(
        "retrobot.delivery.queue.age", () => queue.OldestAt(time.GetUtcNow().ToInstant()).TotalSeconds, Measures.Seconds, "For how long the oldest round that this instance sends has had cards to send; quiet hours are left out.");
}
