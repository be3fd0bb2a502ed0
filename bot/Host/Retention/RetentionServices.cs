namespace RetroBot.Host.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<RetentionPeriod>()
        .AddSingleton<RetentionWorker>()
        .AddHostedService(provider => provider.GetRequiredService<RetentionWorker>());
}
