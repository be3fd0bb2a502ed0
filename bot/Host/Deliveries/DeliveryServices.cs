namespace RetroBot.Host.Deliveries;

internal static class DeliveryServices
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<SendRate>()
        .AddSingleton<DeliveryQueue>()
        .AddSingleton<RoundDelivery>()
        .AddSingleton<HalfWayCards>()
        .AddSingleton<DeliveryWorker>()
        .AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
}
