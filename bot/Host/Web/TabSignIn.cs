using RetroBot.Host.Web.Pages;

namespace RetroBot.Host.Web;

/// <summary>In a tab of Teams nobody signs in by hand: Teams gives the page a token that says who reads, and the page sends it here.</summary>
internal sealed class TabSignIn(AccessTokens tokens)
{
    /// <summary>What the app's manifest names as its tab.</summary>
    public const string Path = "/tab";

    public const string ReturnPath = "/sign-in/teams";

    /// <summary><c>GET /tab</c></summary>
    public static IResult Begin(HttpContext context) => Page.Of<TabPage>(new(StringComparer.Ordinal)
    {
        [nameof(TabPage.Texts)] = TextsOf(context), [nameof(TabPage.Next)] = Session.NextOf(context.Request),
    });

    /// <summary><c>POST /sign-in/teams</c></summary>
    public async Task<IResult> ReturnAsync(HttpContext context)
    {
        // Nobody else's page signs somebody in here.
        if (!context.Request.HasFormContentType || context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("same-origin" or "")) return Refused();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var next = Session.NextOf(context.Request);
        switch (await tokens.OfTabAsync(form["token"].ToString(), context.RequestAborted))
        {
            case Access.Granted(var tenant, var owner):
                await context.BeginSessionAsync(new Reader(tenant, owner, IsOwner: true, IsInTab: true));
                return Results.LocalRedirect(next);
            case Access.NotOwner(var tenant, var user):
                await context.BeginSessionAsync(new Reader(tenant, user, IsOwner: false, IsInTab: true));
                return Results.LocalRedirect(next);
            case Access.KeysOutOfReach:
                return Page.Told(TextsOf(context), "SignInSilent", reader: null, StatusCodes.Status503ServiceUnavailable, Path);
            default:
                return Refused();
        }

        IResult Refused() => Page.Told(TextsOf(context), "NotSignedIn", reader: null, StatusCodes.Status401Unauthorized, Path);
    }

    private static PageTexts TextsOf(HttpContext context) => new(PageLanguage.Of(context.Request));
}
