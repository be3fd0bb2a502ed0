using RetroBot.Cards;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Digests;
using RetroBot.Host.Web.Pages;

namespace RetroBot.Host.Web;

/// <summary>What a program owner reads of the whole organisation.</summary>
internal sealed class OrganisationPages(IQuarterStore quarters, CatalogCharts charts)
{
    /// <summary>The latest ones: as many as compare at a glance.</summary>
    private const int MostQuarters = 4;

    /// <summary><c>GET /organisation</c></summary>
    public async Task<IResult> ShowAsync(HttpContext context)
    {
        var (texts, reader, ct) = (new PageTexts(PageLanguage.Of(context.Request)), Reader.Of(context), context.RequestAborted);
        IReadOnlyList<OrganisationFigures> shown = [.. (await quarters.FiguresAsync(reader.Tenant, ct).ToListAsync(ct)).TakeLast(MostQuarters)];
        return Page.Of<Organisation>(new(StringComparer.Ordinal)
        {
            [nameof(Organisation.Texts)] = texts, [nameof(Organisation.Reader)] = reader,
            [nameof(Organisation.Questions)] = Questions(shown, texts), [nameof(Organisation.OptOuts)] = OptOutCharts.Of(shown, texts), [nameof(Organisation.Catalog)] = charts.OfOrganisation(reader.Tenant, texts),
        });
    }

    private static IReadOnlyList<QuestionView> Questions(IReadOnlyList<OrganisationFigures> quarters, PageTexts texts) =>
        quarters.Count == 0 ? [] : [.. Enum.GetValues<DigestQuestion>().Where(question => quarters[^1].Figures.Any(figure => figure.Question == question)).Select(question => new QuestionView(Chart(quarters, question, texts), Notes(quarters, question, texts)))];

    /// <summary>A line for each part of the answers, a column for each quarter.</summary>
    private static ChartData Chart(IReadOnlyList<OrganisationFigures> quarters, DigestQuestion question, PageTexts texts)
    {
        var shares = quarters.Select(quarter => quarter.Figures.Where(figure => figure.Question == question).SelectMany(figure => Told(figure)).ToDictionary(share => share.Key, share => share.Percent, StringComparer.Ordinal)).ToList();
        var keys = shares.SelectMany(quarter => quarter.Keys).Concat(quarters[^1].Figures.Where(figure => figure.Question == question).Select(figure => figure.Change).OfType<string>()).Distinct(StringComparer.Ordinal);
        return new ChartData(
            texts[$"Organisation.{question}"], texts["Organisation.Answer"], texts["Organisation.Axis"], IsPercent: true, [.. quarters.Select(quarter => quarter.Quarter)],
            [.. keys.Select(key => new ChartData.Line(ShareWords.NameOf(key, texts.Language.Culture), [.. shares.Select(quarter => Cell(quarter, key, texts))]))]);
    }

    /// <summary>Of a change, the share of those who named it; the others are the rest.</summary>
    private static IEnumerable<DigestShare> Told(OrganisationFigure figure) => (figure.Shares ?? []).Where(share => figure.Change is null || share.Key == figure.Change);

    private static ChartData.Cell Cell(Dictionary<string, int> shares, string key, PageTexts texts) =>
        shares.TryGetValue(key, out var percent) ? new(ShareWords.AmountOf(percent, texts.Language.Culture), percent) : new(texts["Organisation.Withheld"], null);

    private static IReadOnlyList<string> Notes(IReadOnlyList<OrganisationFigures> quarters, DigestQuestion question, PageTexts texts) =>
    [
        .. question == DigestQuestion.Obligation ? [texts["Organisation.LowerBound"]] : Array.Empty<string>(),
        .. quarters.Select(quarter => Basis(quarter, [.. quarter.Figures.Where(figure => figure.Question == question)], texts)),
    ];

    /// <summary>What a question's figures of a quarter rest on: of several, what the least of them does.</summary>
    private static string Basis(OrganisationFigures quarter, IReadOnlyList<OrganisationFigure> figures, PageTexts texts)
    {
        // Some of several may be withheld: then it is said of those, in the table.
        var leftOut = texts[$"LeftOut.{figures.Where(figure => figure.Shares is not null).Select(figure => figure.LeftOut).DefaultIfEmpty(LeftOut.Everything).Max()}"];
        return figures.Where(figure => figure.Teams is not null).MinBy(figure => figure.Answers?.From) is { Teams: { } teams, Answers: { } answers }
            ? texts.Format("Organisation.Basis", quarter.Quarter, FacetWords.Count(texts, teams), FacetWords.Count(texts, answers), leftOut)
            : texts.Format("Organisation.NoBasis", quarter.Quarter, leftOut);
    }
}
