using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Search;
using RetroBot.Tests.Catalogs;
using Xunit;

namespace RetroBot.Tests.Search;

/// <summary>How the catalog is narrowed, ordered and counted.</summary>
public sealed class CatalogIndexTests
{
    private static readonly TeamId Team = new(new TenantId("t"), "blue");

    [Fact]
    public void Facets_narrow_one_another_and_within_one_its_values_add_up()
    {
        var index = IndexOf([.. Many(6, WorkArea.WritingCode), .. Many(7, WorkArea.Debugging), .. Many(12, WorkArea.Translation, new Quarter(2026, 3))]);

        Assert.Equal(6, RowsOf(index, Query(CatalogFacet.Area, "writing_code")).Count);
        Assert.Equal(13, RowsOf(index, Query(CatalogFacet.Area, "writing_code", "debugging")).Count);
        Assert.Empty(RowsOf(index, Query(CatalogFacet.Area, "writing_code") with { Words = "translate" }));
        Assert.Empty(RowsOf(index, new("", new Dictionary<CatalogFacet, IReadOnlySet<string>> { [CatalogFacet.Area] = Set("writing_code"), [CatalogFacet.Period] = Set("2026-Q3") }, CatalogOrder.Newest)));
    }

    [Fact]
    public void Values_are_counted_in_bands_and_as_if_nothing_of_their_own_facet_were_chosen()
    {
        var index = IndexOf([.. Many(4, WorkArea.WritingCode), .. Many(12, WorkArea.Translation)]);

        var counts = index.Find(Query(CatalogFacet.Area, "translation"), page: 1, pageLength: 5).Facets[CatalogFacet.Area];

        Assert.Equal([new FacetCount("translation", new GroupBand(10, 19)), new FacetCount("writing_code", Rows: null)], counts);
    }

    [Fact]
    public void What_a_row_does_not_show_is_neither_counted_nor_found_by_it()
    {
        var index = IndexOf(Many(12, WorkArea.WritingCode), shown: false);

        var hits = index.Find(CatalogQuery.Everything, page: 1, pageLength: 50);

        Assert.Equal(12, hits.Rows.Count);
        Assert.Empty(hits.Facets[CatalogFacet.Area]);
        Assert.Empty(hits.Facets[CatalogFacet.Tool]);
        Assert.Empty(RowsOf(index, Query(CatalogFacet.Area, "writing_code")));
    }

    [Fact]
    public void The_newest_come_first_or_the_best_verified_and_within_a_quarter_the_order_tells_nothing()
    {
        CaseStudy Study(int number, int quarter, GroupBand? band = null, bool moved = false) =>
            SampleStudies.Published(Team, number, quarter: new Quarter(2026, quarter), support: band, metricMoved: moved, confidence: Confidence.Guess);
        var (old, recent, tried, moved) = (Study(1, 1), Study(2, 4), Study(3, 2, new GroupBand(5, 9)), Study(4, 1, new GroupBand(5, 9), moved: true));
        var index = IndexOf([old, recent, tried, moved]);

        Assert.Equal([recent.Id, tried.Id, .. Ids(old, moved)], RowsOf(index, CatalogQuery.Everything));
        Assert.Equal([moved.Id, tried.Id, recent.Id, old.Id], RowsOf(index, CatalogQuery.Everything with { Order = CatalogOrder.BestVerified }));
    }

    [Fact]
    public void Pages_follow_one_another_and_there_is_none_behind_the_last()
    {
        var index = IndexOf([.. Many(12, WorkArea.WritingCode)]);

        var pages = Enumerable.Range(1, 3).Select(page => index.Find(CatalogQuery.Everything, page, pageLength: 5)).ToList();

        Assert.Equal([5, 5, 2], pages.Select(page => page.Rows.Count));
        Assert.Equal([true, true, false], pages.Select(page => page.HasMore));
        Assert.Equal(12, pages.SelectMany(page => page.Rows).Select(row => row.Id).Distinct().Count());
        Assert.All([4, 1000, int.MaxValue], page => Assert.Empty(index.Find(CatalogQuery.Everything, page, pageLength: 5).Rows));
    }

    private static IEnumerable<CaseStudyId> Ids(params CaseStudy[] studies) => studies.Select(study => study.Id).OrderBy(id => id.Value, StringComparer.Ordinal);

    private static IReadOnlyList<CaseStudyId> RowsOf(CatalogIndex index, CatalogQuery query) => [.. index.Find(query, page: 1, pageLength: 100).Rows.Select(row => row.Id)];

    private static CatalogQuery Query(CatalogFacet facet, params string[] values) => new("", new Dictionary<CatalogFacet, IReadOnlySet<string>> { [facet] = Set(values) }, CatalogOrder.BestMatch);

    private static HashSet<string> Set(params string[] values) => values.ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<CaseStudy> Many(int count, WorkArea area, Quarter? quarter = null) =>
        Enumerable.Range(0, count).Select(number => SampleStudies.Published(Team, (1000 * (int)area) + number, area: area, quarter: quarter));

    private static CatalogIndex IndexOf(IEnumerable<CaseStudy> studies, bool shown = true)
    {
        var text = new TextIndexBuilder();
        List<IndexedRow> rows = [];
        foreach (var study in studies)
        {
            var combination = shown ? Combination.Of(Traits.Of(study.Story), Detail.Everything) : null;
            text.Add(rows.Count, study.Story.Title, study.Story.HowToTry);
            rows.Add(new(new CatalogHit(study.Id, combination), FacetValues.Of(study.Quarter, study.Support, combination)));
        }
        return new CatalogIndex(text.Build(), rows, "state");
    }
}
