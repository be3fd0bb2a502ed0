using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using RetroBot.Simulation;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>How the bot proves to the channel who it is.</summary>
public sealed class OutboundTokenTests : IDisposable
{
    private const string Audience = "https://api.botframework.com";

    private readonly string _appId = Guid.NewGuid().ToString();
    private readonly ScriptedLogin _login = new();
    private readonly HttpClient _httpClient;

    public OutboundTokenTests() => _httpClient = new HttpClient(_login);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _httpClient.Dispose();

    [Fact]
    public async Task A_secret_is_exchanged_once_for_a_token_that_signs_every_request()
    {
        var factory = new PasswordServiceClientCredentialFactory(_appId, "the-secret", "tenant-2", _httpClient, logger: null);

        Assert.Equal(ScriptedLogin.Token, await SignAsync(factory, BotSettings.LoginUrl));
        Assert.Equal(ScriptedLogin.Token, await SignAsync(factory, BotSettings.LoginUrl));

        var (uri, body) = Assert.Single(_login.TokenRequests);
        Assert.Equal("https://login.example/tenant-1/oauth2/v2.0/token", uri.ToString());
        Assert.Contains("scope=https://api.botframework.com/.default", body, StringComparison.Ordinal);
        Assert.Contains("client_secret=the-secret", body, StringComparison.Ordinal);
        Assert.Contains($"client_id={_appId}", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/{0}", "tenant-2", "https://login.microsoftonline.com/tenant-2/oauth2/v2.0/token")]
    [InlineData("https://login.microsoftonline.com/{0}", "", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token")]
    [InlineData("https://login.microsoftonline.us/{0}", "", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token")]
    public async Task The_clouds_own_login_takes_the_bots_tenant_or_the_clouds(string loginUrl, string tenant, string expected)
    {
        await SignAsync(new PasswordServiceClientCredentialFactory(_appId, "the-secret", tenant, _httpClient, logger: null), loginUrl);

        Assert.Equal(expected, Assert.Single(_login.TokenRequests).Uri.ToString(), ignoreCase: true);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=RetroBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var factory = new CertificateServiceClientCredentialsFactory(certificate, _appId, "tenant-2", _httpClient);

        Assert.Equal(ScriptedLogin.Token, await SignAsync(factory, "https://login.microsoftonline.com/{0}"));

        var (_, body) = Assert.Single(_login.TokenRequests);
        Assert.Contains("client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer", body, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identity_asks_its_machine_and_knows_no_secret()
    {
        var factory = new ManagedIdentityServiceClientCredentialsFactory(_appId, _httpClient);

        Assert.Equal(ScriptedLogin.Token, await SignAsync(factory, "https://login.microsoftonline.com/{0}"));

        var query = Uri.UnescapeDataString(Assert.Single(_login.TokenRequests).Uri.Query);
        Assert.Contains($"client_id={_appId}", query, StringComparison.Ordinal);
        Assert.Contains($"resource={Audience}", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_an_app_id_signs_nothing()
    {
        var factory = new PasswordServiceClientCredentialFactory(appId: null, password: null, tenantId: null, _httpClient, logger: null);

        Assert.Null(await SignAsync(factory, BotSettings.LoginUrl, appId: null));
        Assert.Empty(_login.TokenRequests);
    }

    [Fact]
    public async Task Nobody_signs_for_another_app()
    {
        var factory = new PasswordServiceClientCredentialFactory(_appId, "the-secret", "", _httpClient, logger: null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SignAsync(factory, BotSettings.LoginUrl, appId: "other"));
    }

    [Fact]
    public async Task Proactive_messages_carry_the_token()
    {
        await using var teams = await TeamsSimulator.StartAsync(ct: Ct);
        await using var authority = await TrustedAuthority.StartAsync(Ct);
        teams.AcceptsToken = token => string.Equals(token, ScriptedLogin.Token, StringComparison.Ordinal);
        var team = teams.AddTenant().AddTeam("Blue");
        team.HasTheBot = true;
        var appId = teams.Bot.AppId.ToString();
        var credentials = new PasswordServiceClientCredentialFactory(appId, "the-secret", "", _httpClient, logger: null);
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(BotSettings.Signed(teams.Bot.AppId, authority), credentials));
        var reference = new ConversationReference
        {
            ChannelId = "msteams",
            ServiceUrl = teams.ServiceUrl.ToString(),
            Conversation = new ConversationAccount { Id = team.General.Id },
        };

        for (var message = 1; message <= 2; message++)
            await adapter.ContinueConversationAsync(appId, reference, (turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct), Ct);

        Assert.Equal(2, teams.Posts(team.General).Count);
        Assert.Single(_login.TokenRequests);
    }

    private Task<string?> SignAsync(ServiceClientCredentialsFactory factory, string loginUrl) => SignAsync(factory, loginUrl, _appId);

    private static async Task<string?> SignAsync(ServiceClientCredentialsFactory factory, string loginUrl, string? appId)
    {
        var credentials = await factory.CreateCredentialsAsync(appId, Audience, loginUrl, validateAuthority: false, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://smba.example/"));
        await credentials.ProcessHttpRequestAsync(request, Ct);
        return request.Headers.Authorization?.Parameter;
    }
}
