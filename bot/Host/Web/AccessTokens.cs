using System.Collections.Concurrent;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Core.People;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Teams;

namespace RetroBot.Host.Web;

/// <summary>Finds out from a token of Entra who calls or signs in, and whether that is a program owner.</summary>
internal sealed partial class AccessTokens(WebSettings settings, CatalogReaders readers, EntraDocuments documents, TimeProvider time, ILogger<AccessTokens> logger)
{
    private const string OwnersRole = "ProgramOwner";

    /// <summary>As Teams' documents name it ("Configure your app in Microsoft Entra ID", Microsoft Learn).</summary>
    private const string TabScope = "access_as_user";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly JwtSecurityTokenHandler handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<Guid, ConfigurationManager<OpenIdConnectConfiguration>> keys = new();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <param name="header">The request's <c>Authorization</c>.</param>
    public Task<Access> OfAsync(string header, CancellationToken ct)
    {
        if (settings.Audience is not { } audience) return Task.FromResult<Access>(new Access.NotSetUp());
        return BearerToken.LooksSigned(header) ? OfAsync(header["Bearer ".Length..].Trim(), audience, _ => true, ct) : Task.FromResult<Access>(new Access.Unknown());
    }

    /// <param name="token">The ID token that Entra's sign-in page sends.</param>
    /// <param name="nonce">That was sent there for it.</param>
    public Task<Access> OfSignInAsync(string token, string nonce, CancellationToken ct)
    {
        if (settings.ClientId is not { } client) return Task.FromResult<Access>(new Access.NotSetUp());
        return BearerToken.LooksSigned($"Bearer {token}") ? OfAsync(token, client, caller => caller.FindFirst("nonce")?.Value == nonce, ct) : Task.FromResult<Access>(new Access.Unknown());
    }

    /// <param name="token">The access token that Teams gives to a tab of the application: for a person, and for the application's own <see cref="TabScope"/>.</param>
    public async Task<Access> OfTabAsync(string token, CancellationToken ct)
    {
        if (settings.ClientId is not { } client) return new Access.NotSetUp();
        return BearerToken.LooksSigned($"Bearer {token}") ? await OfAsync(token, client, caller => caller.FindFirst("scp")?.Value.Split(' ').Contains(TabScope) == true, ct) : new Access.Unknown();
    }

    private async Task<Access> OfAsync(string token, string audience, Predicate<ClaimsPrincipal> isMeant, CancellationToken ct)
    {
        try
        {
            // Not proven yet: it says where to look for keys, among the tenants that RetroBot knows.
            if (!Guid.TryParse(handler.ReadJwtToken(token).Payload.GetValueOrDefault("tid") as string, out var tenant) || !readers.Tenants.Contains(tenant)) return new Access.Unknown();
            var caller = await ValidateAsync(token, tenant, audience, ct);
            return isMeant(caller) ? Judge(caller, tenant) : new Access.Unknown();
        }
        catch (InvalidOperationException unreachable) when (unreachable.InnerException is HttpRequestException or IOException or OperationCanceledException)
        {
            Log.KeysOutOfReach(logger, unreachable);
            return new Access.KeysOutOfReach();
        }
        catch (Exception refused) when (refused is SecurityTokenException or ArgumentException)
        {
            Log.BadToken(logger, refused.GetType().Name);
            return new Access.Unknown();
        }
    }

    private Access Judge(ClaimsPrincipal caller, Guid tenant)
    {
        if (!Guid.TryParse(caller.FindFirst("oid")?.Value, out var objectId) || !Guid.TryParse(caller.FindFirst("tid")?.Value, out var proven) || proven != tenant) return new Access.Unknown();
        var (its, user) = (new TenantId(tenant.ToString()), new UserId(objectId.ToString()));
        return caller.FindAll("roles").Any(role => role.Value == OwnersRole) || readers.NamesOwner(objectId) ? new Access.Granted(its, user) : new Access.NotOwner(its, user);
    }

    private async Task<ClaimsPrincipal> ValidateAsync(string token, Guid tenant, string audience, CancellationToken ct)
    {
        var issuer = $"{settings.Authority}/{tenant}/v2.0";
        var published = keys.GetOrAdd(tenant, _ => new ConfigurationManager<OpenIdConnectConfiguration>($"{issuer}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), documents));
        try
        {
            return Validate(token, issuer, audience, await published.GetConfigurationAsync(ct));
        }
        catch (SecurityTokenSignatureKeyNotFoundException)
        {
            // Entra changes its keys without notice.
            published.RequestRefresh();
            return Validate(token, issuer, audience, await published.GetConfigurationAsync(ct));
        }
    }

    private ClaimsPrincipal Validate(string token, string issuer, string audience, OpenIdConnectConfiguration published) => handler.ValidateToken(
        token,
        new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            IssuerSigningKeys = published.SigningKeys,
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            LifetimeValidator = (from, until, _, _) => until is { } end && Now < end + ClockSkew && (from is not { } start || Now >= start - ClockSkew),
        },
        out _);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Entra's signing keys are out of reach; check that the service may call RetroBot:Web:Authority.")]
        public static partial void KeysOutOfReach(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "An access token was refused ({Kind}).")]
        public static partial void BadToken(ILogger logger, string kind);
    }
}
