using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;

namespace RetroBot.Host.Local;

/// <summary>As the file of the demo's case studies tells it.</summary>
/// <param name="QuartersAgo">1 for the last quarter that is over, 2 for the one before.</param>
/// <param name="WorkedFrom">With <paramref name="WorkedTo"/> the band of those for whom it worked; null for none.</param>
internal sealed record DemoCaseStudy(
    int QuartersAgo, string Title, string UsualWay, string AiRole, string HumanCheck, string NotWhen, string HowToTry, IReadOnlyList<Change> Changes, string Tool, WorkArea Area, Discovery Discovery,
    Confidence Confidence, int? WorkedFrom = null, int? WorkedTo = null, bool MetricMoved = false)
{
    public Story Story => new(Title, UsualWay, AiRole, HumanCheck, Changes, NotWhen, HowToTry, Tool, Area, Discovery, evidence: null, Confidence);

    public Support Support => new(new ShownSupport(0, WorkedFrom is { } from ? new GroupBand(from, WorkedTo) : null), ShownSupport.None, MetricMoved);
}
