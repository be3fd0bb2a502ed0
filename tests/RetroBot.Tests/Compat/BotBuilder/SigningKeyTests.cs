using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>When the authority's keys are read. The official library reads them by the calendar only; the stand-in also when a token names a new one.</summary>
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
    public async Task An_encrypted_token_is_refused_before_it_is_opened()
    {
        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(TokenFlaw.Encrypted)));

        Assert.Contains("Encrypted", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, _authority.KeyRequests);
    }

    [Fact]
    public async Task No_keys_are_fetched_for_the_token_of_another_issuer()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Mint(TokenFlaw.WrongIssuer)));

        Assert.Equal(0, _authority.KeyRequests);
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it_and_the_old_one_is_forgotten()
    {
        var old = Mint();
        await AuthenticateAsync(old);

        _authority.RollOver();
        await AuthenticateAsync(Mint());

        Assert.Equal(2, _authority.KeyRequests);
        await AssertRefusedAsync(old);
    }

    [Fact]
    public async Task Forged_key_ids_do_not_make_the_bot_hammer_the_authority()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            await AssertRefusedAsync(Mint(TokenFlaw.UnpublishedKey));

        Assert.Equal(2, _authority.KeyRequests);
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_many_tokens_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AuthenticateAsync(Mint())));

        Assert.Equal(1, _authority.KeyRequests);
    }

    private string Mint(TokenFlaw flaw = TokenFlaw.None) => $"Bearer {_authority.Mint(_appId, ServiceUrl, flaw)}";

    private Task<AuthenticateRequestResult> AuthenticateAsync(string header)
    {
        var activity = new Activity { Type = ActivityTypes.Message, ChannelId = "msteams", ServiceUrl = ServiceUrl.ToString() };
        return _authentication.AuthenticateRequestAsync(activity, header, Ct);
    }

    private Task<SecurityTokenException> AssertRefusedAsync(string header) => Assert.ThrowsAnyAsync<SecurityTokenException>(() => AuthenticateAsync(header));
}
