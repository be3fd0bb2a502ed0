using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Digests;
using RetroBot.Core.People;

namespace RetroBot.Host.Teams;

internal static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddHttpClient()
        .AddSingleton<TeamsSettings>()
        .AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>()))
        .AddSingleton<RetroBotAdapter>()
        .AddSingleton<InboundGuard>()
        .AddSingleton<MessagesEndpoint>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<CardActionRouter>()
        .AddSingleton<IBot, RetroBotActivityHandler>()
        .AddSingleton<ProactiveTurns>()
        .AddSingleton<IRoster, TeamsRoster>()
        .AddSingleton<ICheckInSender, TeamsCheckInSender>()
        .AddSingleton<IDigestChannel, TeamsDigestChannel>();
}
