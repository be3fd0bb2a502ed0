namespace RetroBot.Host.Catalogs;

internal static class CatalogServices
{
    /// <summary>For one part of a file.</summary>
    private static readonly TimeSpan PartsPatience = TimeSpan.FromMinutes(2);

    private const int LongestAnswer = 64 * 1024;

    public static IServiceCollection AddCatalogs(this IServiceCollection services) => services
        .AddSingleton<CatalogReaders>()
        .AddSingleton<CatalogExport>()
        .AddSingleton<QuarterReleases>()
        .AddSingleton<QuarterFigures>()
        .AddSingleton<AuditPack>()
        .AddSingleton<CsvCatalogWriter>()
        .AddSingleton<ICatalogWriter>(provider => provider.GetRequiredService<CsvCatalogWriter>())
        .AddSingleton<ICatalogWriter, JsonCatalogWriter>()
        .AddSingleton<ICatalogWriter, XlsxCatalogWriter>()
        .AddUploads()
        .AddSingleton(ExportSettings.Default)
        .AddSingleton<CatalogFiles>()
        .AddSingleton<ExportQueue>()
        .AddSingleton<ChooseExport>()
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<ChooseExport>())
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<ChooseExport>())
        .AddSingleton<ExportConsent>()
        .AddSingleton<OfferExport>()
        .AddSingleton<SendExport>()
        .AddSingleton<ExportWorker>()
        .AddHostedService(provider => provider.GetRequiredService<ExportWorker>());

    private static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddHttpClient(FileUpload.Client, http => (http.Timeout, http.MaxResponseContentBufferSize) = (PartsPatience, LongestAnswer))
            // An allowed address must not lead to one that is not.
            .UseSocketsHttpHandler((handler, _) => (handler.AllowAutoRedirect, handler.UseCookies) = (false, false));
        return services.AddSingleton<UploadAddresses>().AddSingleton<FileUpload>();
    }
}
