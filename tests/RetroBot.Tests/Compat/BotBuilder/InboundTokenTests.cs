using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Simulation.Tokens;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>Real tokens, and keys published over HTTPS by a simulated authority.</summary>
public sealed class InboundTokenTests(RunningAuthority running) : IClassFixture<RunningAuthority>
{
    private static readonly Uri ServiceUrl = new("https://smba.example/emea/");

    private readonly Guid _appId = Guid.NewGuid();
    private readonly TokenAuthority _authority = running.Authority;

    public static TheoryData<TokenFlaw> Flaws => [.. Enum.GetValues<TokenFlaw>().Where(flaw => flaw != TokenFlaw.None)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_of_the_channel_says_who_calls_and_how_to_answer()
    {
        var caller = await AuthenticateAsync(Mint());

        Assert.True(caller.ClaimsIdentity.IsAuthenticated);
        Assert.Equal(_appId.ToString(), caller.ClaimsIdentity.FindFirst("aud")!.Value);
        Assert.Equal(("https://api.botframework.com", "urn:botframework:azure"), (caller.Audience, caller.CallerId));
        using var connector = await caller.ConnectorFactory.CreateAsync(ServiceUrl.ToString(), caller.Audience, Ct);
        Assert.Equal(ServiceUrl, connector.BaseUri);
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_flawed_token_proves_nothing(TokenFlaw flaw) => await RefusedAsync(Mint(flaw));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer abc")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer W10.W10.W10")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("bearer {token}")]
    [InlineData("{token}")]
    public async Task A_malformed_header_proves_nothing(string header) =>
        await RefusedAsync(header.Replace("{token}", Mint()["Bearer ".Length..], StringComparison.Ordinal));

    [Fact]
    public async Task Without_a_header_nobody_is_let_in() => await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(header: null));

    [Fact]
    public async Task An_expired_token_is_unauthorized() => await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(TokenFlaw.Expired)));

    [Fact]
    public async Task A_key_speaks_only_for_the_channels_it_is_endorsed_for()
    {
        await AuthenticateAsync(Mint(), Activity("webchat"));
        await AuthenticateAsync(Mint(TokenFlaw.UnendorsedKey), Activity("webchat"));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(), Activity("emulator")));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(TokenFlaw.UnendorsedKey), Activity("msteams")));
    }

    [Theory]
    [InlineData("webchat", true)]
    [InlineData("skype", false)]
    public async Task Further_endorsements_can_be_required(string required, bool isMet)
    {
        var configuration = new AuthenticationConfiguration { RequiredEndorsements = [required] };
        var authentication = new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(_appId, _authority), authConfiguration: configuration);

        var failure = await Record.ExceptionAsync(() => authentication.AuthenticateRequestAsync(Activity("msteams"), Mint(), Ct));

        Assert.Equal(isMet, failure is null);
    }

    [Fact]
    public async Task The_service_url_is_compared_without_regard_to_case()
    {
        var activity = Activity("msteams");
        activity.ServiceUrl = activity.ServiceUrl.ToUpperInvariant();

        Assert.NotNull(await AuthenticateAsync(Mint(), activity));
    }

    [Fact]
    public async Task Keys_are_not_read_without_encryption()
    {
        var authentication = new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(_appId, new Uri($"http://127.0.0.1/{_appId}/openid")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => authentication.AuthenticateRequestAsync(Activity("msteams"), Mint(), Ct));
    }

    [Fact]
    public async Task Keys_are_not_read_from_somebody_whom_the_machine_does_not_trust()
    {
        await using var imposter = await TokenAuthority.StartAsync(ct: Ct);
        var authentication = new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(_appId, imposter));

        await Assert.ThrowsAsync<InvalidOperationException>(() => authentication.AuthenticateRequestAsync(Activity("msteams"), Mint(), Ct));
    }

    [Fact]
    public async Task Without_an_app_id_anybody_is_let_in_and_known_as_nobody()
    {
        var open = new ConfigurationBotFrameworkAuthentication(BotSettings.None);

        var caller = await open.AuthenticateRequestAsync(Activity("msteams"), authHeader: null, Ct);

        Assert.Equal((true, "anonymous", null), (caller.ClaimsIdentity.IsAuthenticated, caller.ClaimsIdentity.AuthenticationType, caller.CallerId));
        Assert.Empty(caller.ClaimsIdentity.Claims);
    }

    private static Activity Activity(string channelId) => new() { Type = ActivityTypes.Message, ChannelId = channelId, ServiceUrl = ServiceUrl.ToString() };

    private string Mint(TokenFlaw flaw = TokenFlaw.None) => $"Bearer {_authority.Mint(_appId, ServiceUrl, flaw)}";

    private Task<AuthenticateRequestResult> AuthenticateAsync(string? header, Activity? activity = null) =>
        new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(_appId, _authority)).AuthenticateRequestAsync(activity ?? Activity("msteams"), header, Ct);

    private async Task RefusedAsync(string header)
    {
        var refusal = await Record.ExceptionAsync(() => AuthenticateAsync(header));

        // The kinds that a host in front of the adapter has to turn into 401, on the official packages too.
        Assert.True(refusal is UnauthorizedAccessException or SecurityTokenException or ArgumentException, $"Not refused, or wrongly: {refusal}");
    }
}
