using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Finds out who a token is of, with the keys that its issuer publishes. The keys of an address are kept for the whole process,
/// and are read with the client of whoever named that address first.
/// </summary>
public class JwtTokenExtractor
{
    private const int EncryptedTokenParts = 5;

    private static readonly ConcurrentDictionary<string, OpenIdMetadata> KeysOfAddresses = new(StringComparer.Ordinal);

    private readonly JsonWebTokenHandler _handler = new();
    private readonly TokenValidationParameters _parameters;
    private readonly HashSet<string> _allowedSigningAlgorithms;
    private readonly OpenIdMetadata _metadata;

    public JwtTokenExtractor(HttpClient httpClient, TokenValidationParameters tokenValidationParameters, string metadataUrl, HashSet<string> allowedSigningAlgorithms)
    {
        ArgumentNullException.ThrowIfNull(tokenValidationParameters);

        _parameters = tokenValidationParameters.Clone();
        _parameters.RequireSignedTokens = true;
        _parameters.ValidAlgorithms = allowedSigningAlgorithms;
        _allowedSigningAlgorithms = allowedSigningAlgorithms;
        _metadata = KeysOfAddresses.GetOrAdd(metadataUrl, address => new OpenIdMetadata(httpClient, new Uri(address)));
    }

    /// <exception cref="UnauthorizedAccessException">The token is expired, or its key is not endorsed for the channel.</exception>
    /// <exception cref="SecurityTokenException">The token's signature or lifetime is wrong.</exception>
    /// <exception cref="ArgumentException">The header holds no token.</exception>
    /// <exception cref="InvalidOperationException">The keys cannot be read.</exception>
    internal async Task<ClaimsIdentity> GetIdentityAsync(string authHeader, string channelId, string[] requiredEndorsements, ILogger logger, CancellationToken cancellationToken)
    {
        var token = TokenIn(authHeader);
        var (identity, keyId, keys) = await ValidateSignatureAsync(token, logger, cancellationToken);
        RequireEndorsements(keyId, keys, channelId, requiredEndorsements);
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
        if (unproven.Issuer != _parameters.ValidIssuer)
            throw new UnauthorizedAccessException("No valid identity");
        if (!_allowedSigningAlgorithms.Contains(unproven.Alg))
            throw new UnauthorizedAccessException("The token's signing algorithm is not allowed");

        return token;
    }

    private async Task<(ClaimsIdentity Identity, string KeyId, SigningKeys Keys)> ValidateSignatureAsync(string token, ILogger logger, CancellationToken cancellationToken)
    {
        var keys = await _metadata.GetAsync(logger, cancellationToken);
        var result = Validate(token, keys);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            keys = await _metadata.RefreshAsync(logger, cancellationToken);
            result = Validate(token, keys);
        }

        return result switch
        {
            { IsValid: true } => (result.ClaimsIdentity, result.SecurityToken.SigningKey.KeyId, keys),
            { Exception: SecurityTokenExpiredException } => throw new UnauthorizedAccessException("The token has expired"),
            _ => throw result.Exception,
        };
    }

    private TokenValidationResult Validate(string token, SigningKeys keys)
    {
        var parameters = _parameters.Clone();
        parameters.IssuerSigningKeys = keys.Keys;
        return _handler.ValidateToken(token, parameters);
    }

    private static void RequireEndorsements(string keyId, SigningKeys keys, string channelId, string[] requiredEndorsements)
    {
        if (string.IsNullOrEmpty(keyId) || !keys.Endorsements.TryGetValue(keyId, out var endorsements))
            throw new UnauthorizedAccessException("Could not validate endorsement key.");
        if (!EndorsementsValidator.Validate(channelId, endorsements))
            throw new UnauthorizedAccessException($"The signing key is not endorsed for the channel '{channelId}'");
        if (!Array.TrueForAll(requiredEndorsements, required => EndorsementsValidator.Validate(required, endorsements)))
            throw new UnauthorizedAccessException("The signing key lacks a required endorsement");
    }
}
