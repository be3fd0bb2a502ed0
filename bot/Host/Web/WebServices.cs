using RetroBot.Host.Local;

namespace RetroBot.Host.Web;

internal static class WebServices
{
    public static IServiceCollection AddPages(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorComponents();
        return services
            .AddSessions(environment)
            .AddSingleton<OwnAddress>()
            .AddSingleton<PublicAddress>()
            .AddSingleton<PrivacyDocument>()
            .AddSingleton<CatalogPages>()
            .AddSingleton<ReadersOnly>()
            .AddSingleton<EntraSignIn>()
            .AddSingleton<LocalSignIn>()
            .AddSingleton<SignOut>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapGet(PrivacyDocument.Path, (HttpContext context, PrivacyDocument document) => document.Show(context));
        app.MapGet(PageStyle.Address, (HttpContext context) => PageStyle.Show(context));

        var pages = app.MapGroup("").AddEndpointFilter<PageHeaders>();
        pages.MapGet("/method", (Delegate)CatalogPages.MethodAsync);
        pages.MapPost("/sign-out", (HttpContext context, SignOut signOut) => signOut.HandleAsync(context));
        if (app.Environment.IsDevelopment() && app.Services.GetRequiredService<WebSettings>().ClientId is null)
        {
            pages.MapGet(Session.SignInPath, (HttpContext context) => LocalSignIn.Ask(context));
            pages.MapPost("/sign-in/local", (HttpContext context, LocalSignIn signIn) => signIn.SignInAsync(context));
        }
        else
        {
            pages.MapGet(Session.SignInPath, (HttpContext context, EntraSignIn signIn) => signIn.Begin(context));
            pages.MapPost(EntraSignIn.ReturnPath, (HttpContext context, EntraSignIn signIn) => signIn.ReturnAsync(context));
        }

        var catalog = pages.MapGroup("/catalog").AddEndpointFilter(app.Services.GetRequiredService<ReadersOnly>());
        catalog.MapGet("", (HttpContext context, CatalogPages own) => own.ListAsync(context));
        catalog.MapGet("/export.{format}", (string format, HttpContext context, CatalogPages own) => own.ExportAsync(format, context));
        catalog.MapGet("/{id}", (string id, HttpContext context, CatalogPages own) => own.ShowAsync(id, context));
    }
}
