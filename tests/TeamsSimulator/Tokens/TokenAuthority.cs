using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RetroBot.Simulation.Tokens;

/// <summary>The Bot Framework's token issuer towards bots: OpenID metadata and keys over HTTPS, and tokens good and bad.</summary>
public sealed class TokenAuthority : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly TimeProvider time;
    private readonly string id = Guid.NewGuid().ToString("N");
    private readonly LoopbackCertificate certificate = new();
    private readonly ConcurrentBag<SigningKey> retired = [];
    private SigningKey current = new("msteams", "webchat");
    private int keyRequests;
    private LoopbackServer? server;

    private TokenAuthority(TimeProvider time) => (this.time, Client) = (time, certificate.Client());

    /// <summary>For the bot's setting <c>ToBotFromChannelOpenIdMetadataUrl</c>. No other authority ever had it: libraries keep keys by address for as long as the process lives.</summary>
    public Uri MetadataUrl => new(Address, $"{id}/.well-known/openidconfiguration");

    /// <summary>Trusts this authority's certificate.</summary>
    public HttpClient Client { get; }

    /// <summary>What such a client sends with.</summary>
    public HttpMessageHandler Handler() => certificate.Handler();

    /// <summary>How often the keys were fetched.</summary>
    public int KeyRequests => Volatile.Read(ref keyRequests);

    private Uri Address => server?.Address ?? throw new InvalidOperationException("Not started.");

    public static async Task<TokenAuthority> StartAsync(TimeProvider? time = null, CancellationToken ct = default)
    {
        var authority = new TokenAuthority(time ?? TimeProvider.System);
        authority.server = await LoopbackServer.StartAsync(authority.Map, ct, authority.certificate.Served);
        return authority;
    }

    /// <summary>From now on there is another key, with another id, and the one before is no longer published. Tokens minted before are signed with a key that was.</summary>
    public void RollOver() => retired.Add(Interlocked.Exchange(ref current, new SigningKey("msteams", "webchat")));

    /// <summary>A token as Teams sends it with an activity, or one that is wrong in one way.</summary>
    public string Mint(Guid appId, Uri serviceUrl, TokenFlaw flaw = TokenFlaw.None) => TokenForge.Sign(Claims(appId, serviceUrl, flaw), current, flaw);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        certificate.Dispose();
        foreach (var key in retired.Append(current))
            key.Dispose();
    }

    private void Map(WebApplication app)
    {
        app.MapGet($"/{id}/.well-known/openidconfiguration", context => WriteAsync(context, new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = new Uri(Address, $"{id}/.well-known/keys").ToString(),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        }));
        app.MapGet($"/{id}/.well-known/keys", context =>
        {
            Interlocked.Increment(ref keyRequests);
            return WriteAsync(context, new JsonObject { ["keys"] = new JsonArray(current.Published(), TokenForge.Unendorsed.Published()) });
        });

        static Task WriteAsync(HttpContext context, JsonObject body)
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }

    private JsonObject Claims(Guid appId, Uri serviceUrl, TokenFlaw flaw)
    {
        var start = time.GetUtcNow() + flaw switch
        {
            TokenFlaw.Expired => -2 * Lifetime,
            TokenFlaw.NotYetValid => Lifetime,
            _ => TimeSpan.Zero,
        };
        var claims = new JsonObject
        {
            ["serviceurl"] = flaw == TokenFlaw.OtherServiceUrl ? "https://elsewhere.example/" : serviceUrl.ToString(),
            ["nbf"] = start.ToUnixTimeSeconds(),
            ["exp"] = (start + Lifetime).ToUnixTimeSeconds(),
            ["iss"] = flaw == TokenFlaw.WrongIssuer ? "https://issuer.example" : Issuer,
            ["aud"] = (flaw == TokenFlaw.WrongAudience ? Guid.NewGuid() : appId).ToString(),
        };
        if (flaw == TokenFlaw.WithoutServiceUrl)
            claims.Remove("serviceurl");
        if (flaw == TokenFlaw.WithoutExpiry)
            claims.Remove("exp");
        return claims;
    }
}
