using System.Globalization;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Digests;

namespace RetroBot.Core.Catalogs;

/// <summary>One row of an export: a published case study in its author's words, and of its traits as much as enough others share.</summary>
public sealed record CatalogRow
{
    /// <summary>Of the columns and what they mean.</summary>
    public const string SchemaVersion = "1";

    public string Id { get; }
    public Story Story { get; }
    public Traits Shown { get; }
    public string ReportingPeriod { get; }
    public string? Verification { get; }
    public string? SupportBand { get; }

    /// <summary>What was left out and why; null where nothing was. It says the same in every row that shows the same combination.</summary>
    public string? SuppressionNote { get; }

    /// <param name="shown">Null while the quarter is not closed.</param>
    /// <exception cref="ArgumentException">The case study waits for its publication.</exception>
    public CatalogRow(CaseStudy study, Combination? shown)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (!study.IsPublished) throw new ArgumentException("The case study is not published.", nameof(study));
        (Id, Story, ReportingPeriod) = (study.Id.Value, study.Story, study.Quarter.ToString());
        (Shown, SuppressionNote) = (shown?.Traits ?? Traits.None, SuppressionNotes.Of(shown));
        var support = study.Support.Worked.Band;
        (SupportBand, Verification) = (support is null ? null : Text(support), Name(VerificationLadder.Reached(study.Support, Shown.Confidence)));
    }

    private static string? Name(VerificationStep? step) => step switch
    {
        null => null,
        VerificationStep.SelfReported => "self_reported",
        VerificationStep.AuthorChecked => "author_compared_or_measured",
        VerificationStep.WorkedForOthers => "worked_for_others",
        VerificationStep.TeamMetricMoved => "team_metric_moved",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private static string Text(GroupBand band) =>
        band.To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{band.From}-{to}") : string.Create(CultureInfo.InvariantCulture, $"{band.From}+");
}
