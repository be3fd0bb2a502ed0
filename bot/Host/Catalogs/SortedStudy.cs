using RetroBot.Core.CaseStudies;
using RetroBot.Core.Digests;

namespace RetroBot.Host.Catalogs;

/// <summary>As much of a case study as an export tells, and no count behind it.</summary>
internal sealed record SortedStudy(string Id, string Period, Story Story, GroupBand? Worked, bool MetricMoved)
{
    public static SortedStudy Of(CaseStudy study) => new(study.Id.Value, study.Quarter.ToString(), study.Story, study.Support.Worked.Band, study.Support.MetricMoved);

    public Quarter Quarter() => Core.CaseStudies.Quarter.TryParse(Period, out var quarter) ? quarter : throw new InvalidOperationException("A quarter that was written cannot be read.");

    public Support Support() => new(new ShownSupport(0, Worked), ShownSupport.None, MetricMoved);
}
