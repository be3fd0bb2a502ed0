using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RetroBot.Simulation.Tokens;

/// <summary>Entra as an issuer of access tokens (version 2.0): the metadata and keys of every tenant over HTTPS, and tokens good and bad.</summary>
public sealed class EntraAuthority : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly TimeProvider time;
    private readonly string id = Guid.NewGuid().ToString("N");
    private readonly LoopbackCertificate certificate = new();
    private readonly List<SigningKey> retired = [];
    private SigningKey current = new();
    private LoopbackServer? server;

    private EntraAuthority(TimeProvider time) => this.time = time;

    /// <summary>In place of <c>https://login.microsoftonline.com</c>.</summary>
    public Uri Address => new(Root, id);

    /// <summary>What was asked for, by its path.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Requests { get; } = new();

    private Uri Root => server?.Address ?? throw new InvalidOperationException("Not started.");

    public static async Task<EntraAuthority> StartAsync(TimeProvider time, CancellationToken ct)
    {
        var authority = new EntraAuthority(time);
        authority.server = await LoopbackServer.StartAsync(authority.Map, ct, authority.certificate.Served);
        return authority;
    }

    /// <summary>Trusts this authority's certificate and no other.</summary>
    public HttpMessageHandler Handler() => certificate.Handler();

    /// <summary>From now on there is another key, and the one before is no longer published.</summary>
    public void RollOver()
    {
        retired.Add(current);
        current = new SigningKey();
    }

    /// <param name="audience">The application that the token is meant for.</param>
    /// <param name="person">Object id of the caller; null leaves it out.</param>
    /// <param name="roles">App roles.</param>
    /// <param name="nonce">Of the sign-in; null for an access token.</param>
    /// <param name="scope">Of an access token that a person's client asked for; null for none.</param>
    public string Mint(Guid tenant, string audience, Guid? person, IEnumerable<string> roles, TokenFlaw flaw = TokenFlaw.None, string? nonce = null, string? scope = null)
    {
        var start = time.GetUtcNow() + flaw switch
        {
            TokenFlaw.Expired => -2 * Lifetime,
            TokenFlaw.NotYetValid => Lifetime,
            _ => TimeSpan.Zero,
        };
        var claims = new JsonObject
        {
            ["iss"] = IssuerOf(flaw == TokenFlaw.WrongIssuer ? Guid.NewGuid() : tenant),
            ["aud"] = flaw == TokenFlaw.WrongAudience ? Guid.NewGuid().ToString() : audience,
            ["tid"] = tenant.ToString(),
            ["ver"] = "2.0",
            ["nbf"] = start.ToUnixTimeSeconds(),
            ["exp"] = (start + Lifetime).ToUnixTimeSeconds(),
            ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
        };
        if (person is { } oid) claims["oid"] = oid.ToString();
        if (nonce is not null) claims["nonce"] = nonce;
        if (scope is not null) claims["scp"] = scope;
        if (flaw == TokenFlaw.WithoutExpiry) claims.Remove("exp");
        return TokenForge.Sign(claims, current, flaw);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        certificate.Dispose();
        foreach (var key in retired.Append(current)) key.Dispose();
    }

    private string IssuerOf(Guid tenant) => $"{Address}/{tenant}/v2.0";

    private void Map(WebApplication app)
    {
        app.MapGet($"/{id}/{{tenant:guid}}/v2.0/.well-known/openid-configuration", (Guid tenant, HttpContext context) => WriteAsync(context, new JsonObject
        {
            ["issuer"] = IssuerOf(tenant),
            ["jwks_uri"] = $"{Address}/{tenant}/discovery/v2.0/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }));
        app.MapGet($"/{id}/{{tenant:guid}}/discovery/v2.0/keys", (HttpContext context) => WriteAsync(context, new JsonObject { ["keys"] = new JsonArray(current.Published()) }));
    }

    private Task WriteAsync(HttpContext context, JsonObject body)
    {
        Requests.Enqueue(context.Request.Path);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
