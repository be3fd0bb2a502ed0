using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.Digests;
using static RetroBot.Tests.Cards.CardGallery;

namespace RetroBot.Tests.Cards.Gallery;

/// <summary>Of the gallery: the catalog in a chat, and its files.</summary>
internal static class CatalogCards
{
    public static IEnumerable<(string Name, Card Card)> All =>
    [
        ("export", new ExportCard()),
        ("export-not-owner", new NotProgramOwnerCard()),
        ("export-empty", new EmptyCatalogCard()),
        ("export-begun", new ExportBegunCard(ExportFormat.Xlsx)),
        ("export-under-way", new ExportUnderWayCard(Percent: null)),
        ("export-half-way", new ExportUnderWayCard(Percent: 49)),
        ("export-declined", new ExportDeclinedCard()),
        .. Enum.GetValues<ExportProblem>().Select(problem => ($"export-failed-{problem}", (Card)new ExportFailedCard(problem, 100))),
        ("catalog-newest", new CatalogCard(Entries, IsSearch: false, new DigestCard.Band(20, 49), Catalog)),
        ("catalog-newest-few", new CatalogCard([Entries[0]], IsSearch: false, OutOf: null, Page: null)),
        ("catalog-found", new CatalogCard([.. Entries.Take(2)], IsSearch: true, OutOf: null, new Uri(Catalog, "?lang=en&q=release%20notes"))),
        ("catalog-found-many", new CatalogCard(Entries, IsSearch: true, new DigestCard.Band(50, To: null), new Uri(Catalog, "?lang=en&q=notes"))),
        ("catalog-hostile", new CatalogCard([Entries[0] with { Title = HostileStory.Title, Tool = HostileStory.Tool, AiRole = Hostile, HowToTry = Hostile, NotWhen = Hostile }], IsSearch: true, OutOf: null, Catalog)),
        .. Enum.GetValues<CatalogNotice>().Select(notice => ($"catalog-notice-{notice}", (Card)new CatalogNoticeCard(notice))),
    ];

    private static Uri Catalog { get; } = new("https://retrobot.contoso.com/catalog?lang=en");

    /// <summary>Of a quarter that is closed, and of one that is not.</summary>
    private static CatalogEntry[] Entries { get; } =
    [
        .. Stories.Select(story => new CatalogEntry(story.Story.Title, story.Level, story.Story.Area, story.Story.Tool, "2026-Q3", story.Story.AiRole, story.Story.HowToTry, story.Story.NotWhen)),
        new("Questions for a user interview", Level: null, Area: null, Tool: null, "2026-Q4", "Proposed thirty questions, of which we kept six.", "Say who you talk to and what you want to decide, and ask for open questions only.", NotWhen: null),
        new("A first sketch of the quarter's budget talk", VerificationLevel.SelfReported, Area: null, Tool: null, "2026-Q4", AiRole: null, "Give it last quarter's outline.", "Numbers: it makes them up."),
    ];
}
