using RetroBot.Host.Digests;

namespace RetroBot.Host.Rounds;

internal static class RoundServices
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddSingleton<RoundDefaults>()
        .AddSingleton(provider => QuietTime.Of(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()))
        .AddSingleton<Leads>()
        .AddSingleton<LeadDesk>()
        .AddSingleton<Installation>()
        .AddSingleton<Departure>()
        .AddSingleton<Alarm>()
        .AddSingleton<TeamWatch>()
        .AddSingleton<RoundCloser>()
        .AddSingleton<ToolReviews>()
        .AddSingleton<RoundKeeper>()
        .AddSingleton<SetupForm>()
        .AddSingleton<OpenSetup>()
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<OpenSetup>())
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<OpenSetup>())
        .AddSingleton<ICardAction, SaveSetup>()
        .AddSingleton<ToolsDesk>()
        .AddSingleton<OpenTools>()
        .AddSingleton<ICommand>(provider => provider.GetRequiredService<OpenTools>())
        .AddSingleton<ICardAction>(provider => provider.GetRequiredService<OpenTools>())
        .AddSingleton<ICardAction, LeaveToolOut>()
        .AddSingleton<ICardAction, OfferToolAgain>()
        .AddSingleton<SendingReport>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, OpenNowCommand>()
        .AddSingleton<ICommand, CloseNowCommand>()
        .AddSingleton<ICommand, WeChangedCommand>()
        .AddSingleton<ICommand, OpenTeamOutcome>()
        .AddSingleton<ICardAction, KeepTeamOutcome>()
        .AddSingleton<RoundWorker>()
        .AddHostedService(provider => provider.GetRequiredService<RoundWorker>());
}
