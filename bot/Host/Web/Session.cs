using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using RetroBot.Core.People;

namespace RetroBot.Host.Web;

/// <summary>Who is signed in to the pages: kept in a sealed cookie for a working day, and nowhere else.</summary>
internal static class Session
{
    public const string SignInPath = "/sign-in";

    /// <summary>Of the sign-in's address: the page to go on to.</summary>
    public const string NextParameter = "next";

    /// <summary>Characters. A longer address would not fit into a cookie.</summary>
    private const int LongestNext = 1000;

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string TenantClaim = "tid";
    private const string UserClaim = "oid";
    private const string OwnerClaim = "owner";
    private const string TabClaim = "tab";
    private static readonly TimeSpan Length = TimeSpan.FromHours(8);

    public static IServiceCollection AddSessions(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(Scheme).AddCookie(cookie =>
        {
            var overHttps = !environment.IsDevelopment();
            cookie.Cookie.Name = overHttps ? "__Host-retrobot" : "retrobot";
            cookie.Cookie.SecurePolicy = overHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = Length;
            cookie.SlidingExpiration = false;
            cookie.Events.OnSigningIn = signingIn =>
            {
                if (signingIn.Principal?.HasClaim(TabClaim, bool.TrueString) == true) LetIntoTab(signingIn.CookieOptions);
                return Task.CompletedTask;
            };
            cookie.LoginPath = SignInPath;
            cookie.ReturnUrlParameter = NextParameter;
        });
        // The framework's own keys are not used: none is made or kept.
        foreach (var loader in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly).ToList()) services.Remove(loader);
        return services;
    }

    /// <summary>Within Teams the page is another site's guest: its cookie comes along there, and is a different one wherever else the page should be shown (CHIPS).</summary>
    private static void LetIntoTab(CookieOptions cookie)
    {
        (cookie.SameSite, cookie.Secure) = (SameSiteMode.None, true);
        cookie.Extensions.Add("Partitioned");
    }

    /// <returns>Null for nobody.</returns>
    public static async Task<Reader?> ReaderAsync(this HttpContext context) =>
        await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: { } known } && known.FindFirstValue(TenantClaim) is { } tenant && known.FindFirstValue(UserClaim) is { } user
            ? new Reader(new TenantId(tenant), new UserId(user), known.HasClaim(OwnerClaim, bool.TrueString), known.HasClaim(TabClaim, bool.TrueString))
            : null;

    public static Task BeginSessionAsync(this HttpContext context, Reader reader) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(TenantClaim, reader.Tenant.Value), new Claim(UserClaim, reader.User.Value), new Claim(OwnerClaim, reader.IsOwner.ToString()), new Claim(TabClaim, reader.IsInTab.ToString())], Scheme)));

    public static Task EndSessionAsync(this HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>The page to go on to: one of RetroBot's own, whatever the address says.</summary>
    public static string NextOf(HttpRequest request) => Own(request.Query[NextParameter].ToString());

    public static string Own(string? address) =>
        address is { Length: <= LongestNext } and ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/catalog";
}
