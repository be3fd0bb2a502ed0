using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using RetroBot.Core;
using RetroBot.Host.Diagnosis;

namespace RetroBot.Host.Teams;

/// <summary>Asks Entra and the Bot Framework as every message does, and sends none.</summary>
internal sealed partial class BotFrameworkProbe(BotFrameworkAuthentication authentication, TeamsSettings settings, IConfiguration configuration, IHttpClientFactory http, ILogger<BotFrameworkProbe> logger) : IBotFrameworkProbe
{
    /// <summary>A token is for the whole Bot Framework; the address says only where a client would call.</summary>
    private const string AnyServiceUrl = "https://smba.trafficmanager.net/teams/";

    private const string KeysSetting = "ToBotFromChannelOpenIdMetadataUrl";

    public bool IsNeeded => settings.SignedOnly;

    public async Task SignInAsync(CancellationToken ct)
    {
        var bot = new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, settings.AppId), new Claim(AuthenticationConstants.AppIdClaim, settings.AppId)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, AnyServiceUrl);
        try
        {
            using var connector = await authentication.CreateConnectorFactory(bot).CreateAsync(AnyServiceUrl, audience: null, ct);
            await connector.Credentials.ProcessHttpRequestAsync(request, ct);
        }
        catch (Exception refused) when (!ct.IsCancellationRequested)
        {
            // Each kind of credential fails in its own way. What they say names the tenant and the app, and no secret.
            Log.Refused(logger, refused);
            throw new ChannelUnavailableException("Entra gives no token for the Bot Framework.", refused);
        }
        if (request.Headers.Authorization is null) throw new ChannelUnavailableException("Entra gives no token for the Bot Framework.");
    }

    public async Task FindKeysAsync(CancellationToken ct)
    {
        var address = configuration[KeysSetting] is { Length: > 0 } own ? own : AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
        try
        {
            using var client = http.CreateClient();
            using var answer = await client.GetAsync(new Uri(address), ct);
            answer.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException silent)
        {
            throw new ChannelUnavailableException($"{address} is out of reach.", silent);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Entra gives RetroBot no token for the Bot Framework: check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType, and that the secret, the certificate or the managed identity is there and has not expired.")]
        public static partial void Refused(ILogger logger, Exception fault);
    }
}
