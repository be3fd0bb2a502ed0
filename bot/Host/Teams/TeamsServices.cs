using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Teams;

internal static class TeamsServices
{
    /// <summary>A connector that takes longer does not answer any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddHttpClient()
        // Connections live longer than a round's cards take, and are made anew often enough to follow a changed address.
        .ConfigureHttpClientDefaults(client => client.ConfigureHttpClient(http => http.Timeout = Patience)
            .AddHttpMessageHandler(provider => new PacedRequests(provider.GetRequiredService<ChannelPace>(), provider.GetRequiredService<ChannelClock>(), provider.GetRequiredService<TeamsInstruments>(), provider.GetRequiredService<TimeProvider>()))
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime).SetHandlerLifetime(Timeout.InfiniteTimeSpan))
        .AddSingleton<TeamsSettings>()
        .AddSingleton<ChannelClock>()
        .AddSingleton<BotFrameworkAuthentication>(provider =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            return new ConfigurationBotFrameworkAuthentication(configuration, Certified(configuration), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>());
        })
        .AddSingleton<IBotFrameworkProbe, BotFrameworkProbe>()
        .AddSingleton<RetroBotAdapter>()
        .AddSingleton<InboundGuard>()
        .AddSingleton<MessagesEndpoint>()
        .AddSingleton<ReplyLanguage>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<CardActionRouter>()
        .AddSingleton<IBot, RetroBotActivityHandler>()
        .AddSingleton<ProactiveTurns>()
        .AddSingleton<IRoster, TeamsRoster>()
        .AddSingleton<OwnChats>()
        .AddSingleton<FileConsents>()
        .AddSingleton<IFileChat, TeamsFileChat>()
        .AddSingleton<ICheckInSender, TeamsCheckInSender>()
        .AddSingleton<AskedCards>()
        .AddSingleton<IRecipeSender, TeamsRecipeSender>()
        .AddSingleton<ITestSender, TeamsTestSender>()
        .AddSingleton<IReviewChannel, TeamsReviewChannel>()
        .AddSingleton<IDigestChannel, TeamsDigestChannel>();

    /// <summary>The official library has no setting for a certificate; it takes one from here.</summary>
    /// <returns>Null where the settings name a secret or a managed identity.</returns>
    private static CertificateServiceClientCredentialsFactory? Certified(IConfiguration configuration) =>
        new TeamsSettings(configuration) is { CertificateFile: { } file, AppId: var app }
            ? new CertificateServiceClientCredentialsFactory(X509Certificate2.CreateFromPemFile(file), app, configuration["MicrosoftAppTenantId"])
            : null;
}
