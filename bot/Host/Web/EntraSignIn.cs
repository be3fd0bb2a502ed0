using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Extensions;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>
/// People sign in with Entra ID: the browser is sent there, and comes back with an ID token in a form (OpenID Connect Core 1.0, the implicit flow with <c>form_post</c>). RetroBot wants to know who
/// somebody is and calls nothing in their name, so that no secret and no access token is needed; no token stands in an address.
/// </summary>
internal sealed class EntraSignIn(WebSettings settings, CatalogReaders readers, AccessTokens tokens, PublicAddress address, IDataProtectionProvider protection)
{
    public const string ReturnPath = "/sign-in/entra";

    /// <summary>Holds, sealed, what was sent to Entra; it is there until the browser comes back.</summary>
    private const string CookieName = "__Host-retrobot-sign-in";

    private const int NonceBytes = 32;
    private static readonly TimeSpan LongestSignIn = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector(CookieName).ToTimeLimitedDataProtector();

    /// <summary><c>GET /sign-in</c></summary>
    public IResult Begin(HttpContext context)
    {
        if (settings.ClientId is not { } client) return Page.Told(TextsOf(context), "NoSignIn", reader: null, StatusCodes.Status404NotFound);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        // Entra posts the form from its own site: a cookie that stays at home would not come along.
        context.Response.Cookies.Append(CookieName, seal.Protect($"{nonce} {Session.NextOf(context.Request)}", LongestSignIn), new CookieOptions
        {
            Secure = true, HttpOnly = true, SameSite = SameSiteMode.None, IsEssential = true, MaxAge = LongestSignIn, Path = "/",
        });
        var query = new QueryBuilder
        {
            { "client_id", client }, { "response_type", "id_token" }, { "response_mode", "form_post" }, { "scope", "openid profile" },
            { "redirect_uri", address.SignedIn.AbsoluteUri }, { "nonce", nonce }, { "state", StateOf(nonce) },
        };
        return Results.Redirect($"{settings.Authority}/{(readers.Tenants.Count == 1 ? readers.Tenants.Single().ToString() : "organizations")}/oauth2/v2.0/authorize{query}");
    }

    /// <summary><c>POST /sign-in/entra</c></summary>
    public async Task<IResult> ReturnAsync(HttpContext context)
    {
        var texts = TextsOf(context);
        var ct = context.RequestAborted;
        if (!context.Request.HasFormContentType || Begun(context) is not var (nonce, next)) return Refused();
        context.Response.Cookies.Delete(CookieName, new CookieOptions { Secure = true, Path = "/" });
        var form = await context.Request.ReadFormAsync(ct);
        if (form["state"] != StateOf(nonce) || form["id_token"].ToString() is not { Length: > 0 } token) return Refused();

        switch (await tokens.OfSignInAsync(token, nonce, ct))
        {
            case Access.Granted(var tenant, var owner):
                await context.BeginSessionAsync(new Reader(tenant, owner, IsOwner: true));
                return Results.LocalRedirect(next);
            case Access.NotOwner(var tenant, var user):
                await context.BeginSessionAsync(new Reader(tenant, user, IsOwner: false));
                return Results.LocalRedirect(next);
            case Access.KeysOutOfReach:
                return Page.Told(texts, "SignInSilent", reader: null, StatusCodes.Status503ServiceUnavailable, Session.SignInPath);
            default:
                return Refused();
        }

        IResult Refused() => Page.Told(texts, "NotSignedIn", reader: null, StatusCodes.Status401Unauthorized, Session.SignInPath);
    }

    /// <returns>Null where this browser was not sent to Entra a short while ago.</returns>
    private (string Nonce, string Next)? Begun(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[CookieName] is { } cookie && seal.Unprotect(cookie).Split(' ', 2) is [var nonce, var next] ? (nonce, Session.Own(next)) : null;
        }
        catch (CryptographicException)
        {
            // Too old, or none of ours: the page says what to do.
            return null;
        }
    }

    /// <summary>Binds the answer to the browser that asked, and does not give the nonce away.</summary>
    private static string StateOf(string nonce) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(nonce)));

    private static PageTexts TextsOf(HttpContext context) => new(PageLanguage.Of(context.Request));
}
