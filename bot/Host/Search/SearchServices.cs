namespace RetroBot.Host.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<CatalogIndexer>()
        .AddSingleton<CatalogIndexes>()
        .AddSingleton<CatalogSearch>()
        .AddSingleton<ICommand, CatalogCommand>()
        .AddHostedService(provider => provider.GetRequiredService<CatalogIndexes>());
}
