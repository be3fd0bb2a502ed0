namespace RetroBot.Host.Deliveries;

internal static class DeliveryServices
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton(provider => new ChannelPace(PaceSettings.RequestsPerSecond(provider.GetRequiredService<IConfiguration>()), TimeProvider.System, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ChatBook>()
        .AddSingleton<DeliveryQueue>()
        .AddSingleton<DeliveryPlanner>()
        .AddSingleton<LineSender>()
        .AddSingleton<RoundDelivery>()
        .AddSingleton<SecondCardSender>()
        .AddSingleton<HalfWayCards>()
        .AddSingleton<TenantSender>()
        .AddSingleton<SenderLeases>()
        .AddSingleton<UnsentRounds>()
        .AddSingleton<DeliveryWorker>()
        .AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
}
