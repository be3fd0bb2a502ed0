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
            .AddSingleton<SupportContact>()
            .AddSingleton<CatalogPages>()
            .AddSingleton<CatalogCharts>()
            .AddSingleton<OrganisationPages>()
            .AddSingleton<ReadersOnly>()
            .AddSingleton(_ => new ReaderPace(ReadersOnly.PerMinute))
            .AddSingleton<EntraSignIn>()
            .AddSingleton<TabSignIn>()
            .AddSingleton<LocalSignIn>()
            .AddSingleton<SignOut>();
    }

    /// <summary>Browsers come by https from then on (RFC 6797). It is said whatever the request came by: in Azure https ends before the service, and by http nobody heeds it.</summary>
    public static void UseStrictTransport(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.Headers.StrictTransportSecurity = $"max-age={(int)TimeSpan.FromDays(365).TotalSeconds}";
        return next(context);
    });

    public static void MapPages(this WebApplication app)
    {
        PublicDocument[] documents = [PublicDocument.Privacy, PublicDocument.Terms, PublicDocument.Support(app.Services.GetRequiredService<SupportContact>())];
        foreach (var document in documents) app.MapGet(document.Path, (HttpContext context) => document.Show(context));
        foreach (var asset in PageAsset.All) app.MapGet(asset.Address, (HttpContext context) => asset.Show(context));

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
            pages.MapGet(TabSignIn.Path, (HttpContext context) => TabSignIn.Begin(context));
            pages.MapPost(TabSignIn.ReturnPath, (HttpContext context, TabSignIn signIn) => signIn.ReturnAsync(context));
        }

        var read = pages.MapGroup("").AddEndpointFilter(app.Services.GetRequiredService<ReadersOnly>());
        read.MapGet("/catalog", (HttpContext context, CatalogPages catalog) => catalog.ListAsync(context));
        read.MapGet("/catalog/{id}", (string id, HttpContext context, CatalogPages catalog) => catalog.ShowAsync(id, context));
        read.MapGet("/figures", (HttpContext context, CatalogPages catalog) => catalog.Figures(context));

        var owners = read.MapGroup("").WithMetadata(new ForOwners());
        owners.MapGet("/catalog/export.{format}", (string format, HttpContext context, CatalogPages catalog) => catalog.ExportAsync(format, context));
        owners.MapGet("/organisation", (HttpContext context, OrganisationPages organisation) => organisation.ShowAsync(context));
        owners.MapGet("/organisation/audit-pack.zip", (HttpContext context, AuditPackEndpoint pack) => pack.SendAsync(context));
    }
}
