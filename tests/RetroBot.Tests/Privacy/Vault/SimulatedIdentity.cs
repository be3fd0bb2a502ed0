using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Http;

namespace RetroBot.Tests.Privacy.Vault;

/// <summary>The service's identity, and the tokens it was given.</summary>
public sealed class SimulatedIdentity : TokenCredential
{
    /// <summary>What a token must be for.</summary>
    public const string Resource = "https://vault.azure.net";

    private const string Tenant = "0a1b2c3d-0000-4000-8000-0000000000aa";

    /// <summary>Who gives out tokens.</summary>
    public const string Authority = $"https://login.microsoftonline.com/{Tenant}";

    private readonly ConcurrentDictionary<string, bool> given = new(StringComparer.Ordinal);

    /// <summary>The machine has no identity at all.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Tokens come from another tenant than the vault's.</summary>
    public bool IsForeign { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (IsMissing) throw new CredentialUnavailableException("No managed identity was found.\nLong explanations follow.");
        var token = Guid.NewGuid().ToString("N");
        given[token] = !IsForeign && requestContext.TenantId == Tenant && requestContext.Scopes is [$"{Resource}/.default"];
        return new AccessToken(token, TimeProvider.System.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));

    /// <summary>Whether the request carries a token that was given for this vault.</summary>
    public bool IsShownIn(HttpRequest request) =>
        request.IsHttps && request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && given.TryGetValue(token, out var isGood) && isGood;
}
