using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Host.Web;

/// <summary>What facets and their values are called on pages, in the words of the cards.</summary>
internal static class FacetWords
{
    private static readonly Dictionary<string, VerificationLevel> Levels =
        FacetValues.Steps.Zip(Enum.GetValues<VerificationStep>()).ToDictionary(step => step.First, step => StoryTerms.Of(step.Second), StringComparer.Ordinal);

    /// <summary>The name in the page's address.</summary>
    public static string Parameter(CatalogFacet facet) => CatalogWords.Of(facet);

    public static string NameOf(PageTexts texts, CatalogFacet facet) => texts[$"Facet.{facet}"];

    /// <param name="value">One that a row shows.</param>
    public static string NameOf(PageTexts texts, CatalogFacet facet, string value) => facet switch
    {
        CatalogFacet.Area => Word<WorkArea, AreaChoice>(texts, value),
        CatalogFacet.Outcome => Word<Change, ChangeChoice>(texts, value),
        CatalogFacet.Verification => texts.Word(Levels[value]),
        CatalogFacet.Tool or CatalogFacet.Period => value,
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, null),
    };

    /// <summary>How many rows, such as "5–9".</summary>
    /// <param name="rows">Null for fewer than can be told.</param>
    public static string Count(PageTexts texts, GroupBand? rows) => rows switch
    {
        null => texts.Format("Count.Few", Generalisation.Threshold.Answers),
        { To: { } to } => texts.Format("Count.Band", rows.From, to),
        _ => texts.Format("Count.More", rows.From),
    };

    /// <summary>What a row shows of itself, in a few words each.</summary>
    public static IEnumerable<string> Tags(PageTexts texts, CatalogRow row) =>
        ((CatalogFacet[])[CatalogFacet.Verification, CatalogFacet.Area, CatalogFacet.Tool, CatalogFacet.Period]).SelectMany(facet => row.Facets.Of(facet).Select(value => NameOf(texts, facet, value)));

    private static string Word<TKey, TChoice>(PageTexts texts, string value)
        where TKey : struct, Enum
        where TChoice : struct, Enum =>
        texts.Word(Enum.Parse<TChoice>(Enum.GetValues<TKey>().Single(key => CatalogWords.Of(key) == value).ToString()));
}
