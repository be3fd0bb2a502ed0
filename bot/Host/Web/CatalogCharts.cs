using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Host.Search;

namespace RetroBot.Host.Web;

/// <summary>What the catalog's rows add up to, ready to be shown.</summary>
internal sealed class CatalogCharts(CatalogSearch search)
{
    /// <summary>More would make a chart that nobody reads; the export has them all.</summary>
    private const int MostQuarters = 4;

    /// <returns>Those in which there is anything; null while the first index is being made.</returns>
    public IReadOnlyList<ChartData>? Of(TenantId tenant, PageTexts texts)
    {
        ChartData?[] charts =
        [
            ByQuarter(tenant, texts, CatalogFacet.Outcome), ByQuarter(tenant, texts, CatalogFacet.Area), ByQuarter(tenant, texts, CatalogFacet.Verification), Where(tenant, texts),
        ];
        return charts.Contains(null) ? null : Filled(charts);
    }

    /// <summary>Those that stand beside the organisation's figures: what changes where, and how far it was verified.</summary>
    public IReadOnlyList<ChartData> OfOrganisation(TenantId tenant, PageTexts texts) => Filled([Where(tenant, texts), ByQuarter(tenant, texts, CatalogFacet.Verification)]);

    private static IReadOnlyList<ChartData> Filled(IEnumerable<ChartData?> charts) => [.. charts.OfType<ChartData>().Where(chart => chart.Lines.Count > 0)];

    private ChartData? Where(TenantId tenant, PageTexts texts) => Table(tenant, texts, "Figures.Where", CatalogFacet.Area, CatalogFacet.Outcome, axis: null);

    private ChartData? ByQuarter(TenantId tenant, PageTexts texts, CatalogFacet facet) => Table(tenant, texts, $"Figures.{facet}", facet, CatalogFacet.Period, texts["Figures.Axis"]);

    private ChartData? Table(TenantId tenant, PageTexts texts, string title, CatalogFacet lines, CatalogFacet columns, string? axis)
    {
        if (search.Cross(tenant, lines, columns) is not { } table) return null;
        var shown = columns == CatalogFacet.Period ? table.Columns.TakeLast(MostQuarters).ToList() : table.Columns;
        var ordered = lines == CatalogFacet.Verification ? FacetValues.Steps.Where(table.Lines.Contains) : table.Lines.OrderBy(line => FacetWords.NameOf(texts, lines, line), StringComparer.Create(texts.Language.Culture, ignoreCase: true));
        return new ChartData(
            texts[title], FacetWords.NameOf(texts, lines), axis, IsPercent: false, [.. shown.Select(column => FacetWords.NameOf(texts, columns, column))],
            [.. ordered.Select(line => new ChartData.Line(FacetWords.NameOf(texts, lines, line), [.. shown.Select(column => Cell(texts, table[line, column]))]))]);
    }

    private static ChartData.Cell Cell(PageTexts texts, GroupBand? rows) => new(FacetWords.Count(texts, rows), rows?.From);
}
