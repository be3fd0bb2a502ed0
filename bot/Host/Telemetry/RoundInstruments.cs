using System.Diagnostics.Metrics;
using NodaTime;
using RetroBot.Core.Digests;

namespace RetroBot.Host.Telemetry;

/// <summary>Rounds of all teams together, and what their digests withhold. Nothing here is moved by an answer, and how long a close takes is not measured: it would tell how many there were.</summary>
internal sealed class RoundInstruments
{
    private readonly Counter<long> opened;
    private readonly Histogram<double> delay;
    private readonly Counter<long> closed;
    private readonly Tens sections;
    private readonly TimeProvider time;
    private long looked;

    public RoundInstruments(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        looked = time.GetTimestamp();
        var meter = meters.OfRetroBot();
        opened = meter.CreateCounter<long>("retrobot.rounds.opened", "{round}", "Rounds that this instance opened.");
        delay = meter.CreateHistogram("retrobot.round.open.delay", Measures.Seconds, "How long after its time a round opened.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 300, 900, 3600, 14400] });
        closed = meter.CreateCounter<long>("retrobot.rounds.closed", "{round}", "Rounds whose answers this instance added up and whose key it destroyed.");
        sections = new Tens(meter, "retrobot.digest.sections", "{section}", "Sections of digests, shown and withheld, in whole tens.");
        meter.CreateObservableGauge("retrobot.round.look.age", () => time.GetElapsedTime(Interlocked.Read(ref looked)).TotalSeconds, Measures.Seconds, "How long ago this instance last looked through what is due, all of it.");
    }

    public void Looked() => Interlocked.Exchange(ref looked, time.GetTimestamp());

    public void Opened(Duration late)
    {
        opened.Add(1);
        delay.Record(late.TotalSeconds);
    }

    public void Closed(Digest digest)
    {
        closed.Add(1);
        // Under the threshold there is no section, whatever was asked.
        if (digest.Answered is null) Count("all", isShown: false);
        foreach (var section in digest.Sections) Count(Measures.Word(section.Question), section.Shares is not null);
    }

    private void Count(string section, bool isShown) => sections.Add(new("retrobot.section", section), new("retrobot.section.result", isShown ? "shown" : "withheld"));
}
