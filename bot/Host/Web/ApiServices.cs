using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<WebSettings>()
        .AddSingleton<EntraDocuments>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<ApiCallers>()
        .AddSingleton<CatalogEndpoint>()
        .AddSingleton<CaseStudiesEndpoint>()
        .AddSingleton<OrganisationEndpoint>()
        .AddSingleton<AuditPackEndpoint>()
        .AddOpenApi(ApiDocument.Name, ApiDocument.Describe);

    public static void MapApi(this WebApplication app)
    {
        // Whatever is asked below /api is answered so that a program understands it, and not with a page.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/api/messages", StringComparison.OrdinalIgnoreCase), api => api.UseStatusCodePages());

        var documents = app.MapGroup("/api");
        documents.MapOpenApi("/openapi.json").ExcludeFromDescription();
        documents.MapGet("/catalog.schema.json", (HttpContext context) => JsonAnswer.Of(context, CatalogSchema.Catalog, JsonAnswer.Schema)).WithSummary("JSON Schema of the catalog as JSON").ProducesText(JsonAnswer.Schema);
        documents.MapGet("/organisation.schema.json", (HttpContext context) => JsonAnswer.Of(context, CatalogSchema.Organisation, JsonAnswer.Schema)).WithSummary("JSON Schema of the organisation's figures").ProducesText(JsonAnswer.Schema);

        var read = app.MapGroup("/api").AddEndpointFilter(app.Services.GetRequiredService<ApiCallers>()).WithMetadata(new OfTenant());
        read.MapGet("/case-studies", (HttpContext context, CaseStudiesEndpoint studies) => studies.ListAsync(context)).WithSummary("Search the catalog, page by page").DescribeSearch();
        read.MapGet("/case-studies/{id}", (string id, HttpContext context, CaseStudiesEndpoint studies) => studies.ShowAsync(id, context)).WithSummary("One case study").DescribeRow();

        var owners = read.MapGroup("").WithMetadata(new ForOwners());
        owners.MapGet("/catalog.{format}", (string format, HttpContext context, CatalogEndpoint catalog) => catalog.SendAsync(format, context)).WithSummary("The whole catalog, or one quarter of it, as a file; as JSON, as /api/catalog.schema.json describes it").DescribeExport();
        owners.MapGet("/organisation.json", (HttpContext context, OrganisationEndpoint organisation) => organisation.HandleAsync(context)).WithSummary("What the answers of all teams add up to, quarter by quarter, as /api/organisation.schema.json describes it").ProducesText(JsonAnswer.Json);
        owners.MapGet("/audit-pack.zip", (HttpContext context, AuditPackEndpoint pack) => pack.SendAsync(context)).WithSummary("All figures and the catalog in one file, with what is needed to check them").ProducesText(AuditPack.ContentType);
    }

    private static RouteHandlerBuilder ProducesText(this RouteHandlerBuilder route, string contentType) => route.Produces<string>(StatusCodes.Status200OK, contentType);
}
