using Azure.Identity;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;
using Microsoft.Rest;
using RetroBot.Core.Deliveries;
using RetroBot.Host.Deliveries;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>A secret that has expired, or an identity that is gone: the operator reads what to do, nobody is in doubt, and everybody has their card once it is mended.</summary>
public sealed class NoTokenTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Exception> Faults { get; } =
    [
        new AuthenticationFailedException("The secret has expired."),
        new MsalClientException("expired", "The secret has expired."),
        new AggregateException(new MsalServiceException("invalid_client", "The secret has expired.")),
    ];

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Without_a_token_every_card_waits_and_the_log_says_what_to_do(Exception fault)
    {
        var expired = new Expired(fault);
        await using var world = await World.StartAsync(emulator, members: 5, Ct, change: services => services.AddSingleton<BotFrameworkAuthentication>(provider =>
            new ConfigurationBotFrameworkAuthentication(provider.GetRequiredService<IConfiguration>(), expired, httpClientFactory: provider.GetRequiredService<IHttpClientFactory>())));
        await world.InstallAsync(Ct);
        await world.OpenUnsentAsync(Ct);
        await world.Bot.Services.GetRequiredService<DeliveryPlanner>().PlanAsync(await world.StoredTeamAsync(Ct), world.Round(), Ct);
        var requests = world.Teams.Requests.All.Count;

        expired.IsSo = true;
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(requests, world.Teams.Requests.All.Count);
        Assert.All(await world.LinesAsync(Ct), line => Assert.Equal(DeliveryState.Planned, line.State));
        Assert.Contains("The secret has expired.", Assert.Single(world.Bot.Log.Lines, line => line.Level == Microsoft.Extensions.Logging.LogLevel.Error && line.Text.Contains("there is no token for Teams; check", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

        expired.IsSo = false;
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);
        world.AssertEverybodyHasOneCard();
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Whoever_adds_RetroBot_meanwhile_is_its_lead_all_the_same(Exception fault)
    {
        var expired = new Expired(fault) { IsSo = true };
        await using var world = await World.StartAsync(emulator, members: 5, Ct, change: services => services.AddSingleton<BotFrameworkAuthentication>(provider =>
            new ConfigurationBotFrameworkAuthentication(provider.GetRequiredService<IConfiguration>(), expired, httpClientFactory: provider.GetRequiredService<IHttpClientFactory>())));

        await world.InstallAsync(Ct);

        Assert.Equal($"{world.Team.Members[0].ObjectId}", Assert.Single((await world.StoredTeamAsync(Ct)).Leads).Value);
    }

    private sealed class Expired(Exception fault) : ServiceClientCredentialsFactory
    {
        public bool IsSo { get; set; }

        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
            Task.FromResult<ServiceClientCredentials>(new Credentials(this, fault));
    }

    private sealed class Credentials(Expired expired, Exception fault) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => expired.IsSo ? Task.FromException(fault) : Task.CompletedTask;
    }
}
