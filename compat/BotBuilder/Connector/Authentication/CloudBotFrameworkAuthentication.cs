using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Authentication against one cloud's bot service.</summary>
internal sealed class CloudBotFrameworkAuthentication(
    BotCloud cloud, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration configuration, IHttpClientFactory httpClients, ILogger logger)
    : BotFrameworkAuthentication
{
    private readonly ChannelTokenValidator _tokens = new(cloud, credentials, configuration.RequiredEndorsements, logger ?? NullLogger.Instance);

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var isDisabled = await credentials.IsAuthenticationDisabledAsync(cancellationToken);
        var identity = string.IsNullOrWhiteSpace(authHeader)
            ? Anonymous(isDisabled)
            : await _tokens.ValidateAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken);

        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = cloud.OAuthScope,
            CallerId = isDisabled ? null : cloud.CallerId,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        // A channel's token names the bot as its audience; a bot that speaks first names itself in both claims.
        var appId = claimsIdentity.FindFirst(AuthenticationConstants.AudienceClaim) ?? claimsIdentity.FindFirst(AuthenticationConstants.AppIdClaim);
        return new CloudConnectorFactory(appId?.Value, cloud, credentials, httpClients);
    }

    // The authentication type makes the identity count as authenticated although nobody proved anything.
    private static ClaimsIdentity Anonymous(bool isDisabled) =>
        isDisabled ? new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType) : throw new UnauthorizedAccessException("No Authorization header");
}
