using Microsoft.AspNetCore.Antiforgery;

namespace RetroBot.Host.Web;

internal sealed class SignOut(IAntiforgery antiforgery)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await context.EndSessionAsync();
        return Page.Told(new PageTexts(PageLanguage.Of(context.Request)), "SignedOut", reader: null, StatusCodes.Status200OK, "/catalog");
    }
}
