namespace RetroBot.Host.Catalogs;

internal static class CatalogServices
{
    public static IServiceCollection AddCatalogs(this IServiceCollection services) => services
        .AddSingleton<CatalogExport>()
        .AddSingleton<QuarterFigures>()
        .AddSingleton<ICatalogWriter, CsvCatalogWriter>()
        .AddSingleton<ICatalogWriter, JsonCatalogWriter>()
        .AddSingleton<ICatalogWriter, XlsxCatalogWriter>();
}
