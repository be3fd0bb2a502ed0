using System.Text.Json;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Search;

namespace RetroBot.Host.Web;

/// <summary>The catalog for programs: what people find on its pages, page by page.</summary>
internal sealed class CaseStudiesEndpoint(CatalogSearch search)
{
    private static readonly JsonSerializerOptions Format = OrganisationReport.Format;

    /// <summary><c>GET /api/case-studies</c></summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var request = CaseStudiesRequest.Of(context.Request.Query, out var problems);
        if (problems.Count > 0) return Results.ValidationProblem(problems, detail: "Some parameters cannot be understood; the others were not looked at.");
        if (await search.FindAsync(Reader.Of(context).Tenant, request.Query, request.Page, request.PageSize, context.RequestAborted) is not { } page) return Preparing();
        return JsonAnswer.Of(
            context,
            new CaseStudyList(
                CatalogRow.SchemaVersion, page.Hits.Total?.InShort(), request.Page, request.PageSize, page.Hits.HasMore ? request.AddressOf(request.Page + 1) : null, [.. page.Rows.Select(Cells)],
                page.Hits.Facets.ToDictionary(facet => CatalogWords.Of(facet.Key), facet => (IReadOnlyList<CaseStudyList.Count>)[.. facet.Value.Select(count => new CaseStudyList.Count(count.Value, count.Rows?.InShort()))], StringComparer.Ordinal)),
            Format);
    }

    /// <summary><c>GET /api/case-studies/{id}</c></summary>
    public async Task<IResult> ShowAsync(string id, HttpContext context) =>
        CaseStudyId.IsValid(id) && await search.FindAsync(Reader.Of(context).Tenant, id, context.RequestAborted) is { } row
            ? JsonAnswer.Of(context, Cells(row), Format)
            : Results.Problem("There is no such case study, or its author has withdrawn it.", statusCode: StatusCodes.Status404NotFound);

    private static IResult Preparing() => Results.Problem("The catalog is being put together. Try again in a minute.", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static Dictionary<string, string?> Cells(CatalogRow row) => CatalogColumn.All.ToDictionary(column => column.Name, column => column.Value(row), StringComparer.Ordinal);
}
