using System.Diagnostics.Metrics;
using NodaTime;

namespace RetroBot.Host.Telemetry;

/// <summary>What RetroBot asks of Teams by itself, and how Teams takes it.</summary>
/// <remarks>
/// What Teams took is told in whole tens: beside the roster, the number of a round's cards tells how many people paused or stopped. What it refused is told exactly, as <c>diagnose</c> does;
/// but of rosters in tens, too, since one is also read when somebody looks at the preview of a case study.
/// Which requests are counted at all is for <see cref="Teams.ChannelRequest.IsCounted"/> to say.
/// </remarks>
internal sealed class TeamsInstruments
{
    public const string Accepted = "accepted";
    public const string Roster = "read_roster";
    public const string NoAnswer = "no_answer";

    private readonly Tens requests;
    private readonly Histogram<double> pauses;

    public TeamsInstruments(IMeterFactory meters)
    {
        var meter = meters.OfRetroBot();
        requests = new Tens(meter, "retrobot.teams.requests", "{request}", "Requests to Teams for rounds, by what became of them; those that Teams took, and all for rosters, in whole tens.");
        pauses = meter.CreateHistogram("retrobot.teams.pause.duration", Measures.Seconds, "How long Teams asked to be left alone.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 5, 15, 60, 300, 900, 3600] });
    }

    /// <param name="status">The HTTP status; null where none came.</param>
    public void Asked(string kind, string outcome, int? status)
    {
        List<KeyValuePair<string, object?>> tags = [new("retrobot.request.kind", kind), new("retrobot.request.outcome", outcome)];
        if (status is { } code) tags.Add(new("http.response.status_code", code));
        if (outcome == Accepted || kind == Roster) requests.Add(tags);
        else requests.AddExact(tags);
    }

    public void Paused(Duration length) => pauses.Record(length.TotalSeconds);
}
