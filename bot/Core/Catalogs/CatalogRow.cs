using RetroBot.Core.CaseStudies;

namespace RetroBot.Core.Catalogs;

/// <summary>One row of an export: a published case study in its author's words, and of its traits as much as enough others share.</summary>
public sealed record CatalogRow
{
    /// <summary>Of the columns and what they mean.</summary>
    public const string SchemaVersion = "1";

    public string Id { get; }
    public Story Story { get; }
    public Traits Shown { get; }

    /// <summary>What it can be found by.</summary>
    public FacetValues Facets { get; }

    /// <summary>How far it is borne out; null where that is left out.</summary>
    public VerificationStep? Step { get; }

    public string? SupportBand { get; }

    /// <summary>What was left out and why; null where nothing was. It says the same in every row that shows the same combination.</summary>
    public string? SuppressionNote { get; }

    /// <param name="shown">Null while the quarter is not closed.</param>
    /// <exception cref="ArgumentException">The case study waits for its publication.</exception>
    public CatalogRow(CaseStudy study, Combination? shown)
        : this((study ?? throw new ArgumentNullException(nameof(study))).Id.Value, study.Story, study.Quarter, study.Support, shown)
    {
        if (!study.IsPublished) throw new ArgumentException("The case study is not published.", nameof(study));
    }

    /// <summary>The row of a case study that is known to be published.</summary>
    public CatalogRow(string id, Story story, Quarter quarter, Support support, Combination? shown)
    {
        ArgumentNullException.ThrowIfNull(support);
        (Id, Story, Shown) = (id, story, shown?.Traits ?? Traits.None);
        (Facets, SuppressionNote) = (FacetValues.Of(quarter, support, shown), SuppressionNotes.Of(shown));
        Step = VerificationLadder.Reached(support, Shown.Confidence);
        SupportBand = support.Worked.Band?.InShort();
    }
}
