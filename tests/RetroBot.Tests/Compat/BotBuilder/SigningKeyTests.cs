using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>
/// When the authority's keys are read. The official library reads them twice, for signatures and for endorsements; the stand-in reads them a second time when a token names a key that is not there.
/// </summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private static readonly Uri ServiceUrl = new("https://smba.example/emea/");

    private readonly Guid _appId = Guid.NewGuid();
    private TokenAuthority _authority = null!;
    private ConfigurationBotFrameworkAuthentication _authentication = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _authority = await TrustedAuthority.StartAsync(Ct);
        _authentication = new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(_appId, _authority));
    }

    public ValueTask DisposeAsync() => _authority.DisposeAsync();

    [Fact]
    public async Task No_keys_are_fetched_for_an_encrypted_token()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(TokenFlaw.Encrypted)));

        Assert.Equal(0, _authority.KeyRequests);
    }

    [Fact]
    public async Task No_keys_are_fetched_for_the_token_of_another_issuer()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(TokenFlaw.WrongIssuer)));

        Assert.Equal(0, _authority.KeyRequests);
    }

    [Fact]
    public async Task Forged_key_ids_do_not_make_the_bot_hammer_the_authority()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            await AssertRefusedAsync(Mint(TokenFlaw.UnpublishedKey));

        Assert.InRange(_authority.KeyRequests, 1, 2);
    }

    [Fact]
    public async Task Many_tokens_at_a_time_need_no_more_keys_than_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AuthenticateAsync(Mint())));

        Assert.InRange(_authority.KeyRequests, 1, 2);
    }

    private string Mint(TokenFlaw flaw = TokenFlaw.None) => $"Bearer {_authority.Mint(_appId, ServiceUrl, flaw)}";

    private Task<AuthenticateRequestResult> AuthenticateAsync(string header)
    {
        var activity = new Activity { Type = ActivityTypes.Message, ChannelId = "msteams", ServiceUrl = ServiceUrl.ToString() };
        return _authentication.AuthenticateRequestAsync(activity, header, Ct);
    }

    private Task<SecurityTokenException> AssertRefusedAsync(string header) => Assert.ThrowsAnyAsync<SecurityTokenException>(() => AuthenticateAsync(header));
}
