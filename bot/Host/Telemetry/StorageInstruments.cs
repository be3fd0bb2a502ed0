using System.Diagnostics.Metrics;

namespace RetroBot.Host.Telemetry;

/// <summary>How often storage could not be used, in whole tens and without the table: while it is out of reach, presses meet that, too.</summary>
internal sealed class StorageInstruments(IMeterFactory meters)
{
    private readonly Tens faults = new(meters.OfRetroBot(), "retrobot.storage.faults", "{fault}", "Requests that storage did not take, all attempts included, in whole tens.");

    public void Failed() => faults.Add();
}
