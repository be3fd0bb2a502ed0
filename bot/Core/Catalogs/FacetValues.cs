using RetroBot.Core.CaseStudies;

namespace RetroBot.Core.Catalogs;

/// <summary>What a row of the catalog shows of itself apart from its words. What is left out in an export is left out here: nobody finds by a filter what no row says.</summary>
/// <param name="Area">A key of <see cref="CatalogWords"/>, as the others but for the tool's name; null where it is left out.</param>
/// <param name="Outcomes">Keys, parted by "; "; null where they are left out.</param>
/// <param name="Period">Such as <c>2026-Q4</c>.</param>
public sealed record FacetValues(string? Area, string? Tool, string? Outcomes, string? Verification, string Period)
{
    /// <summary>The steps of verification, from an author's word on.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. Enum.GetValues<VerificationStep>().Select(NameOf)];

    /// <param name="shown">Null while the quarter is not closed.</param>
    public static FacetValues Of(Quarter quarter, Support support, Combination? shown)
    {
        var traits = shown?.Traits ?? Traits.None;
        var step = VerificationLadder.Reached(support, traits.Confidence);
        return new(traits.Area is { } area ? CatalogWords.Of(area) : null, traits.Tool, traits.Outcomes, step is { } reached ? NameOf(reached) : null, quarter.ToString());
    }

    public IReadOnlyList<string> Of(CatalogFacet facet) => facet switch
    {
        CatalogFacet.Area => Known(Area),
        CatalogFacet.Tool => Known(Tool),
        CatalogFacet.Outcome => Outcomes?.Split("; ") ?? [],
        CatalogFacet.Verification => Known(Verification),
        CatalogFacet.Period => [Period],
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, null),
    };

    private static string NameOf(VerificationStep step) => step switch
    {
        VerificationStep.SelfReported => "self_reported",
        VerificationStep.AuthorChecked => "author_compared_or_measured",
        VerificationStep.WorkedForOthers => "worked_for_others",
        VerificationStep.TeamMetricMoved => "team_metric_moved",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private static string[] Known(string? value) => value is null ? [] : [value];
}
