using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder.StandInOnly;

/// <summary>A token that names a new key is refused by the official library until it reads the keys again by its own calendar, twice a day; the stand-in reads them at once.</summary>
public sealed class NewSigningKeyTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it_and_the_old_one_is_forgotten()
    {
        var (appId, serviceUrl) = (Guid.NewGuid(), new Uri("https://smba.example/emea/"));
        await using var authority = await TrustedAuthority.StartAsync(Ct);
        var authentication = new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(appId, authority));
        var old = authority.Mint(appId, serviceUrl);
        await AuthenticateAsync(old);

        authority.RollOver();
        await AuthenticateAsync(authority.Mint(appId, serviceUrl));

        Assert.Equal(2, authority.KeyRequests);
        await Assert.ThrowsAnyAsync<SecurityTokenException>(() => AuthenticateAsync(old));

        Task AuthenticateAsync(string token) => authentication.AuthenticateRequestAsync(
            new Activity { Type = ActivityTypes.Message, ChannelId = "msteams", ServiceUrl = serviceUrl.ToString() }, $"Bearer {token}", Ct);
    }

    [Fact]
    public async Task RetroBot_goes_on_when_the_bot_service_changes_its_key()
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct);
        Assert.Equal(HttpStatusCode.OK, (await PressAsync()).Status);

        world.Authority.RollOver();

        Assert.Equal(HttpStatusCode.OK, (await PressAsync()).Status);

        // An invoke is answered in the response, so that nothing is sent.
        Task<BotAnswer> PressAsync() => world.Lead.InvokeAsync(
            new ReceivedActivity("1", "a:1", ReplyToId: null, JsonSerializer.SerializeToElement(new { }), Versions: 1, IsDeleted: false), "of.another.version", data: null, Ct);
    }
}
