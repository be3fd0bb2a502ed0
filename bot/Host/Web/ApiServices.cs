namespace RetroBot.Host.Web;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<WebSettings>()
        .AddSingleton<EntraDocuments>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<OwnersOnly>()
        .AddSingleton<CatalogEndpoint>()
        .AddSingleton<OrganisationEndpoint>();

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(routes.ServiceProvider.GetRequiredService<OwnersOnly>());
        api.MapGet("/catalog.{format}", (string format, HttpContext context, CatalogEndpoint catalog) => catalog.HandleAsync(format, context));
        api.MapGet("/organisation.json", (HttpContext context, OrganisationEndpoint organisation) => organisation.HandleAsync(context));
    }
}
