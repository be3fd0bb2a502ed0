using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Validates the tokens that the bot service signs activities with. Tokens of other issuers, which the official library takes from the Bot Framework Emulator
/// and from other bots (skills), are refused: nothing but the channel speaks to this bot.
/// </summary>
internal sealed class ChannelTokenValidator(BotCloud cloud, ServiceClientCredentialsFactory credentials, string[] requiredEndorsements, ILogger logger)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    // The audience is checked afterwards, by whoever knows the bot's app id.
    private readonly TokenValidationParameters _parameters = new()
    {
        ValidIssuer = cloud.TokenIssuer,
        ValidateAudience = false,
        ValidateIssuerSigningKey = true,
        ClockSkew = TimeSpan.FromMinutes(5),
    };

    /// <exception cref="UnauthorizedAccessException">The token is expired, not for this bot, or not endorsed for the channel.</exception>
    /// <exception cref="SecurityTokenException">The token's signature or lifetime is wrong.</exception>
    /// <exception cref="ArgumentException">The header holds no token.</exception>
    /// <exception cref="InvalidOperationException">The keys cannot be read.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        var tokens = new JwtTokenExtractor(Http, _parameters, cloud.OpenIdMetadataUrl, AuthenticationConstants.AllowedSigningAlgorithms);
        var identity = await tokens.GetIdentityAsync(authHeader, channelId, requiredEndorsements, logger, cancellationToken);
        await RequireThisBotAsync(identity, cancellationToken);
        RequireServiceUrl(identity, serviceUrl);
        return identity;
    }

    private async Task RequireThisBotAsync(ClaimsIdentity identity, CancellationToken cancellationToken)
    {
        var audience = identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value;
        if (string.IsNullOrWhiteSpace(audience))
            throw new UnauthorizedAccessException("Missing aud claim");
        if (!await credentials.IsValidAppIdAsync(audience, cancellationToken))
            throw new UnauthorizedAccessException("The token is for another app id");
    }

    private static void RequireServiceUrl(ClaimsIdentity identity, string serviceUrl)
    {
        if (serviceUrl is null)
            return;

        var claimed = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrWhiteSpace(claimed))
            throw new UnauthorizedAccessException("Missing serviceurl claim");
        if (!string.Equals(claimed, serviceUrl, StringComparison.OrdinalIgnoreCase))
            throw new UnauthorizedAccessException("serviceurl claim mismatch");
    }
}
