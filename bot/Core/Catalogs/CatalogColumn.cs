using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;

namespace RetroBot.Core.Catalogs;

/// <summary>A column of every export, whatever its format.</summary>
/// <param name="Meaning">A sentence, for whoever reads the file and was told nothing.</param>
/// <param name="Value">Null where it is unknown or left out.</param>
public sealed record CatalogColumn(string Name, string Meaning, Func<CatalogRow, string?> Value)
{
    /// <summary>Whether every row has a value.</summary>
    public bool IsAlwaysThere { get; private init; }

    /// <summary>What a value can be; null for any text.</summary>
    public IReadOnlyList<string>? Choices { get; private init; }

    /// <summary>The ten of the US federal AI use case inventory, then RetroBot's own. No column says who, which team or which day.</summary>
    public static IReadOnlyList<CatalogColumn> All { get; } =
    [
        new("id", "A random id. It says nothing of the author, the team or the time.", row => row.Id) { IsAlwaysThere = true },
        new("use_case_name", "The title, in the author's words.", row => row.Story.Title) { IsAlwaysThere = true },
        new("topic_area", "The work area, where enough rows of the quarter show the same.", row => row.Facets.Area) { Choices = [.. Enum.GetValues<WorkArea>().Select(CatalogWords.Of)] },
        Unknown("classification"),
        Unknown("development_stage"),
        Unknown("problem_solved"),
        new("benefits", "The outcome tags in words.", row => row.Shown.Outcomes?.Replace('_', ' ')),
        Unknown("system_outputs"),
        new("vendor_name", "The tool, where enough rows of the quarter show the same.", row => row.Shown.Tool),
        Unknown("has_pii"),
        new("schema_version", "Of the columns and what they mean.", _ => CatalogRow.SchemaVersion) { IsAlwaysThere = true, Choices = [CatalogRow.SchemaVersion] },
        new("usual_way", "How it is done without AI, in the author's words.", row => row.Story.UsualWay),
        new("ai_role", "What AI did, in the author's words.", row => row.Story.AiRole),
        new("human_check", "How the result was checked, in the author's words.", row => row.Story.HumanCheck),
        new("outcome_tags", "What changed, as keys that are parted by \"; \", where enough rows of the quarter show the same.", row => row.Shown.Outcomes),
        Unknown("time_band"),
        Unknown("time_lost_reported"),
        new("confidence", "How sure the author is, where enough rows of the quarter show the same.", row => row.Shown.Confidence is { } confidence ? CatalogWords.Of(confidence) : null) { Choices = [.. Enum.GetValues<Confidence>().Select(CatalogWords.Of)] },
        new("verification_level", "How far it was verified: a step of a ladder, not a measurement.", row => row.Facets.Verification) { Choices = FacetValues.Steps },
        Unknown("caveats"),
        new("how_to_try", "How to try it, in the author's words.", row => row.Story.HowToTry) { IsAlwaysThere = true },
        new("discovery_source", "How it was found, where enough rows of the quarter show the same.", row => row.Shown.Discovery is { } discovery ? CatalogWords.Of(discovery) : null) { Choices = [.. Enum.GetValues<Discovery>().Select(CatalogWords.Of)] },
        new("not_suitable_when", "When it is better not to use it, in the author's words.", row => row.Story.NotWhen),
        new("reporting_period", "The quarter in which it was written, such as 2026-Q4.", row => row.Facets.Period) { IsAlwaysThere = true },
        new("support_band", "To how many others it was of use, as a range.", row => row.SupportBand),
        new("suppression_note", "What was left out of the row, and why.", row => row.SuppressionNote),
    ];

    /// <summary>Part of the schema; no case study tells it.</summary>
    private static CatalogColumn Unknown(string name) => new(name, "Part of the inventory's columns. Case studies do not tell it, so that it is always blank.", _ => null);
}
