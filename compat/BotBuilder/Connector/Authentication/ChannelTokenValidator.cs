using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Validates the tokens that the bot service signs activities with. Tokens of other issuers, which the official library takes from the Bot Framework Emulator
/// and from other bots (skills), are refused: nothing but the channel speaks to this bot.
/// </summary>
internal sealed class ChannelTokenValidator(string issuer, OpenIdMetadata metadata, ServiceClientCredentialsFactory credentials, string[] requiredEndorsements)
{
    private const int EncryptedTokenParts = 5;

    private readonly JsonWebTokenHandler _handler = new();

    /// <exception cref="UnauthorizedAccessException">The token is expired, not for this bot, or not endorsed for the channel.</exception>
    /// <exception cref="SecurityTokenException">The token's signature or lifetime is wrong.</exception>
    /// <exception cref="ArgumentException">The header holds no token.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        var token = TokenIn(authHeader);
        var (identity, keyId, keys) = await ValidateSignatureAsync(token, cancellationToken);
        RequireEndorsements(keyId, keys, channelId);
        await RequireThisBotAsync(identity, cancellationToken);
        RequireServiceUrl(identity, serviceUrl);
        return identity;
    }

    private string TokenIn(string authHeader)
    {
        if (authHeader.Split(' ') is not ["Bearer", { Length: > 0 } token])
            throw new UnauthorizedAccessException("No valid identity");

        // The library would try to decrypt it: the bot service never encrypts.
        if (token.Split('.').Length == EncryptedTokenParts)
            throw new UnauthorizedAccessException("Encrypted tokens are not accepted");

        var unproven = new JsonWebToken(token);
        if (unproven.Issuer != issuer)
            throw new UnauthorizedAccessException("No valid identity");
        if (!AuthenticationConstants.AllowedSigningAlgorithms.Contains(unproven.Alg))
            throw new UnauthorizedAccessException("The token's signing algorithm is not allowed");

        return token;
    }

    private async Task<(ClaimsIdentity Identity, string KeyId, SigningKeys Keys)> ValidateSignatureAsync(string token, CancellationToken cancellationToken)
    {
        var keys = await metadata.GetAsync(cancellationToken);
        var result = Validate(token, keys);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            keys = await metadata.RefreshAsync(cancellationToken);
            result = Validate(token, keys);
        }

        return result switch
        {
            { IsValid: true } => (result.ClaimsIdentity, result.SecurityToken.SigningKey.KeyId, keys),
            { Exception: SecurityTokenExpiredException } => throw new UnauthorizedAccessException("The token has expired"),
            _ => throw result.Exception,
        };
    }

    // The audience is checked afterwards, by whoever knows the bot's app id.
    private TokenValidationResult Validate(string token, SigningKeys keys) => _handler.ValidateToken(token, new TokenValidationParameters
    {
        ValidIssuer = issuer,
        ValidateAudience = false,
        ValidateIssuerSigningKey = true,
        IssuerSigningKeys = keys.Keys,
        ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
        ClockSkew = TimeSpan.FromMinutes(5),
    });

    private void RequireEndorsements(string keyId, SigningKeys keys, string channelId)
    {
        if (string.IsNullOrEmpty(keyId) || !keys.Endorsements.TryGetValue(keyId, out var endorsements))
            throw new UnauthorizedAccessException("Could not validate endorsement key.");
        if (!EndorsementsValidator.Validate(channelId, endorsements))
            throw new UnauthorizedAccessException($"The signing key is not endorsed for the channel '{channelId}'");
        if (!Array.TrueForAll(requiredEndorsements, required => EndorsementsValidator.Validate(required, endorsements)))
            throw new UnauthorizedAccessException("The signing key lacks a required endorsement");
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
