using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>What OpenAPI says of the API: what a route cannot tell by its signature.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    private const string Bearer = "entra";
    private const string ProblemType = "application/problem+json";

    private static readonly (int Status, string Meaning)[] Refusals =
    [
        (StatusCodes.Status401Unauthorized, "No access token of Entra for this API, or none that is right in every way."),
        (StatusCodes.Status403Forbidden, "A known caller who may not read this."),
        (StatusCodes.Status429TooManyRequests, "Too many requests of one caller; Retry-After says for how long to wait."),
        (StatusCodes.Status503ServiceUnavailable, "Storage or Entra's keys are out of reach, or the catalog is being put together: try again."),
    ];

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath is { } path && path.StartsWith("api/", StringComparison.Ordinal) && path != "api/messages";
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "RetroBot: the catalog", Version = CatalogRow.SchemaVersion, Description = "What teams found out about uses of AI. No answer says who, which team or which day; numbers are ranges." };
            // Whoever reads this knows where they read it.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "An access token of Microsoft Entra ID whose audience is RetroBot:Web:Audience." },
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // The cells of a row: what is unknown or left out is null, which their type does not tell.
            if (context.JsonTypeInfo.Type == typeof(IReadOnlyDictionary<string, string>)) schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OfTenant>().Any()) Guard(operation, context.Document);
            return Task.CompletedTask;
        });
    }

    public static RouteHandlerBuilder DescribeSearch(this RouteHandlerBuilder route) => route
        .Produces<CaseStudyList>()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                Query(CaseStudiesRequest.WordsParameter, $"Words, in any of RetroBot's languages; other forms of them and typing errors are found, too. At most {CatalogRequest.LongestWords} characters.", Text()),
                .. Enum.GetValues<CatalogFacet>().Select(facet => Query(FacetWords.Parameter(facet), "Rows that show this; may be given several times.", new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(CaseStudiesRequest.ChoicesOf(facet)) })),
                Query(CaseStudiesRequest.OrderParameter, "By what fits best, or the newest, or the best verified first. Never by hours.", Text(Enum.GetValues<CatalogOrder>().Select(CatalogWords.Of))),
                Query(CaseStudiesRequest.PageParameter, "From 1 on.", Number(CatalogRequest.FirstPage)),
                Query(CaseStudiesRequest.PageSizeParameter, $"At most {CaseStudiesRequest.LargestPage}.", Number(CatalogRequest.PageLength)),
            ];
            AddProblem(operation, StatusCodes.Status400BadRequest, "A parameter that cannot be understood; the answer says which, and what it can be.");
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder DescribeRow(this RouteHandlerBuilder route) => route
        .Produces<IReadOnlyDictionary<string, string>>()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            AddProblem(operation, StatusCodes.Status404NotFound, "There is none of that id, or none any more.");
            return Task.CompletedTask;
        });

    public static RouteHandlerBuilder DescribeExport(this RouteHandlerBuilder route) => route
        .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [new OpenApiParameter { Name = "format", In = ParameterLocation.Path, Required = true, Schema = Text(["csv", "json", "xlsx"]) }, Query(CatalogEndpoint.PeriodParameter, "One quarter, such as 2026-Q3; absent for all.", Text())];
            AddProblem(operation, StatusCodes.Status400BadRequest, "The period is no quarter.");
            AddProblem(operation, StatusCodes.Status404NotFound, "There is no such format.");
            return Task.CompletedTask;
        });

    private static void Guard(OpenApiOperation operation, OpenApiDocument? document)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        foreach (var (status, meaning) in Refusals) AddProblem(operation, status, meaning);
    }

    private static void AddProblem(OpenApiOperation operation, int status, string meaning)
    {
        operation.Responses ??= [];
        operation.Responses[$"{status}"] = new OpenApiResponse { Description = meaning, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemType] = new() } };
    }

    private static OpenApiParameter Query(string name, string meaning, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Description = meaning, Schema = schema };

    private static OpenApiSchema Text(IEnumerable<string>? choices = null) => new() { Type = JsonSchemaType.String, Enum = choices is null ? null! : [.. choices.Select(choice => (JsonNode)JsonValue.Create(choice))] };

    private static OpenApiSchema Number(int usual) => new() { Type = JsonSchemaType.Integer, Minimum = "1", Default = JsonValue.Create(usual) };
}
