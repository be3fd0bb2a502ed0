using RetroBot.Host.Local;

namespace RetroBot.Host.Web;

internal static class WebServices
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<OwnAddress>()
        .AddSingleton<PublicAddress>()
        .AddSingleton<PrivacyDocument>();

    public static void MapPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet(PrivacyDocument.Path, (HttpContext context, PrivacyDocument document) => document.Show(context));
}
