using RetroBot.Core.CaseStudies;
using RetroBot.Host.Search;
using RetroBot.Host.Web.Pages;

namespace RetroBot.Host.Web;

/// <summary>The catalog as people read it.</summary>
internal sealed class CatalogPages(CatalogSearch search, CatalogEndpoint files)
{
    /// <summary><c>GET /catalog</c></summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var (texts, reader, request) = (TextsOf(context), ReaderOf(context), CatalogRequest.Of(context.Request.Query));
        var page = await search.FindAsync(reader.Tenant, request.Query, request.Page, CatalogRequest.PageLength, context.RequestAborted);
        return Page.Of<CatalogList>(new(StringComparer.Ordinal)
        {
            [nameof(CatalogList.Texts)] = texts, [nameof(CatalogList.Reader)] = reader, [nameof(CatalogList.Request)] = request, [nameof(CatalogList.Page)] = page,
        });
    }

    /// <summary><c>GET /catalog/{id}</c></summary>
    public async Task<IResult> ShowAsync(string id, HttpContext context)
    {
        var (texts, reader) = (TextsOf(context), ReaderOf(context));
        return CaseStudyId.IsValid(id) && await search.FindAsync(reader.Tenant, id, context.RequestAborted) is { } row
            ? Page.Of<CaseStudyPage>(new(StringComparer.Ordinal) { [nameof(CaseStudyPage.Texts)] = texts, [nameof(CaseStudyPage.Reader)] = reader, [nameof(CaseStudyPage.Row)] = row })
            : Page.Told(texts, "NoCaseStudy", reader, StatusCodes.Status404NotFound, PageAddress.Of("/catalog", texts));
    }

    /// <summary><c>GET /catalog/export.csv</c> and the other formats, for program owners.</summary>
    public async Task<IResult> ExportAsync(string format, HttpContext context)
    {
        var reader = ReaderOf(context);
        return reader.IsOwner ? await files.SendAsync(format, reader.Tenant, context) : Page.Told(TextsOf(context), "OwnersExport", reader, StatusCodes.Status403Forbidden, "/catalog");
    }

    /// <summary><c>GET /method</c></summary>
    public static async Task<IResult> MethodAsync(HttpContext context) =>
        Page.Of<Method>(new(StringComparer.Ordinal) { [nameof(Method.Texts)] = TextsOf(context), [nameof(Method.Reader)] = await context.ReaderAsync() });

    private static PageTexts TextsOf(HttpContext context) => new(PageLanguage.Of(context.Request));

    private static Reader ReaderOf(HttpContext context) => context.Features.Get<Reader>() ?? throw new InvalidOperationException("Nobody was let in.");
}
