namespace RetroBot.Core.Catalogs;

/// <summary>A column of every export, whatever its format.</summary>
/// <param name="Value">Null where it is unknown or left out.</param>
public sealed record CatalogColumn(string Name, Func<CatalogRow, string?> Value)
{
    /// <summary>The ten of the US federal AI use case inventory, then RetroBot's own. No column says who, which team or which day.</summary>
    public static IReadOnlyList<CatalogColumn> All { get; } =
    [
        new("id", row => row.Id),
        new("use_case_name", row => row.Story.Title),
        new("topic_area", row => row.Facets.Area),
        Unknown("classification"),
        Unknown("development_stage"),
        Unknown("problem_solved"),
        new("benefits", row => row.Shown.Outcomes?.Replace('_', ' ')),
        Unknown("system_outputs"),
        new("vendor_name", row => row.Shown.Tool),
        Unknown("has_pii"),
        new("schema_version", _ => CatalogRow.SchemaVersion),
        new("usual_way", row => row.Story.UsualWay),
        new("ai_role", row => row.Story.AiRole),
        new("human_check", row => row.Story.HumanCheck),
        new("outcome_tags", row => row.Shown.Outcomes),
        Unknown("time_band"),
        Unknown("time_lost_reported"),
        new("confidence", row => row.Shown.Confidence is { } confidence ? CatalogWords.Of(confidence) : null),
        new("verification_level", row => row.Facets.Verification),
        Unknown("caveats"),
        new("how_to_try", row => row.Story.HowToTry),
        new("discovery_source", row => row.Shown.Discovery is { } discovery ? CatalogWords.Of(discovery) : null),
        new("not_suitable_when", row => row.Story.NotWhen),
        new("reporting_period", row => row.Facets.Period),
        new("support_band", row => row.SupportBand),
        new("suppression_note", row => row.SuppressionNote),
    ];

    /// <summary>Part of the schema; no case study tells it.</summary>
    private static CatalogColumn Unknown(string name) => new(name, _ => null);
}
