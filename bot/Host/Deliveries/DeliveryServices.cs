namespace RetroBot.Host.Deliveries;

internal static class DeliveryServices
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<SendRate>()
        .AddSingleton<ChatBook>()
        .AddSingleton<DeliveryQueue>()
        .AddSingleton<DeliveryPlanner>()
        .AddSingleton<LineSender>()
        .AddSingleton<RoundDelivery>()
        .AddSingleton<HalfWayCards>()
        .AddSingleton<TenantSender>()
        .AddSingleton<DeliveryWorker>()
        .AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
}
