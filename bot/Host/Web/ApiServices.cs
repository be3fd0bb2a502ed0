namespace RetroBot.Host.Web;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<WebSettings>()
        .AddSingleton<EntraDocuments>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<OwnersOnly>()
        .AddSingleton<CatalogEndpoint>();

    public static void MapApi(this IEndpointRouteBuilder routes) => routes.MapGroup("/api")
        .AddEndpointFilter(routes.ServiceProvider.GetRequiredService<OwnersOnly>())
        .MapGet("/catalog.{format}", (string format, HttpContext context, CatalogEndpoint catalog) => catalog.HandleAsync(format, context));
}
