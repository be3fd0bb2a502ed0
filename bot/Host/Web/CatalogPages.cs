using RetroBot.Core.CaseStudies;
using RetroBot.Host.Search;
using RetroBot.Host.Web.Pages;

namespace RetroBot.Host.Web;

/// <summary>The catalog as people read it.</summary>
internal sealed class CatalogPages(CatalogSearch search, CatalogCharts charts, CatalogEndpoint files)
{
    /// <summary><c>GET /catalog</c></summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var (texts, reader, request) = (TextsOf(context), Reader.Of(context), CatalogRequest.Of(context.Request.Query));
        var page = await search.FindAsync(reader.Tenant, request.Query, request.Page, CatalogRequest.PageLength, context.RequestAborted);
        return Page.Of<CatalogList>(new(StringComparer.Ordinal)
        {
            [nameof(CatalogList.Texts)] = texts, [nameof(CatalogList.Reader)] = reader, [nameof(CatalogList.Request)] = request, [nameof(CatalogList.Page)] = page,
        });
    }

    /// <summary><c>GET /catalog/{id}</c></summary>
    public async Task<IResult> ShowAsync(string id, HttpContext context)
    {
        var (texts, reader) = (TextsOf(context), Reader.Of(context));
        return CaseStudyId.IsValid(id) && await search.FindAsync(reader.Tenant, id, context.RequestAborted) is { } row
            ? Page.Of<CaseStudyPage>(new(StringComparer.Ordinal) { [nameof(CaseStudyPage.Texts)] = texts, [nameof(CaseStudyPage.Reader)] = reader, [nameof(CaseStudyPage.Row)] = row })
            : Page.Told(texts, "NoCaseStudy", reader, StatusCodes.Status404NotFound, PageAddress.Of("/catalog", texts));
    }

    /// <summary><c>GET /figures</c></summary>
    public IResult Figures(HttpContext context)
    {
        var (texts, reader) = (TextsOf(context), Reader.Of(context));
        return Page.Of<Figures>(new(StringComparer.Ordinal)
        {
            [nameof(Pages.Figures.Texts)] = texts, [nameof(Pages.Figures.Reader)] = reader, [nameof(Pages.Figures.Charts)] = charts.Of(reader.Tenant, texts),
        });
    }

    /// <summary><c>GET /catalog/export.csv</c> and the other formats, for program owners.</summary>
    public Task<IResult> ExportAsync(string format, HttpContext context) => files.SendAsync(format, context);

    /// <summary><c>GET /method</c></summary>
    public static async Task<IResult> MethodAsync(HttpContext context) =>
        Page.Of<Method>(new(StringComparer.Ordinal) { [nameof(Method.Texts)] = TextsOf(context), [nameof(Method.Reader)] = await context.ReaderAsync() });

    private static PageTexts TextsOf(HttpContext context) => new(PageLanguage.Of(context.Request));
}
