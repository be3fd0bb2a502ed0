using Microsoft.AspNetCore.Antiforgery;
using RetroBot.Host.Local;
using RetroBot.Host.Web.Pages;

namespace RetroBot.Host.Web;

/// <summary>On a developer's machine, and in no other environment: sign-in as a member of the demo team, or as its program owner, without any password.</summary>
internal sealed class LocalSignIn(IAntiforgery antiforgery)
{
    public static IResult Ask(HttpContext context) => Page.Of<LocalSignInPage>(new(StringComparer.Ordinal)
    {
        [nameof(LocalSignInPage.Texts)] = new PageTexts(PageLanguage.Of(context.Request)), [nameof(LocalSignInPage.Next)] = Session.NextOf(context.Request),
    });

    public async Task<IResult> SignInAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await context.BeginSessionAsync(new Reader(DemoTenant.Id, DemoTenant.You.User, IsOwner: form["as"] == "owner"));
        return Results.LocalRedirect(Session.NextOf(context.Request));
    }
}
