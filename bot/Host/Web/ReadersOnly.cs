using RetroBot.Core;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>Stands before the catalog's pages: lets in who is signed in and may read, and sends others to where they can sign in.</summary>
internal sealed class ReadersOnly(CatalogReaders readers, ReaderPace pace) : IEndpointFilter
{
    /// <summary>Pages of one reader in one minute: more than a person can read.</summary>
    public const int PerMinute = 120;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var texts = new PageTexts(PageLanguage.Of(http.Request));
        if (await http.ReaderAsync() is not { } reader)
            return Results.LocalRedirect(PageAddress.Of(IsInFrame(http.Request) ? TabSignIn.Path : Session.SignInPath, texts, (Session.NextParameter, http.Request.Path + http.Request.QueryString)));
        if (!reader.IsOwner && !readers.IsReadByEveryone) return Page.Told(texts, "OwnersOnly", reader, StatusCodes.Status403Forbidden);
        if (!reader.IsOwner && http.GetEndpoint()?.Metadata.GetMetadata<ForOwners>() is not null) return Page.Told(texts, "OwnersExport", reader, StatusCodes.Status403Forbidden, PageAddress.Of("/catalog", texts));
        if (!pace.Allows(reader.User, http.Response)) return Page.Told(texts, "TooOften", reader, StatusCodes.Status429TooManyRequests, next: http.Request.Path + http.Request.QueryString);
        http.Features.Set(reader);
        try
        {
            return await next(context);
        }
        catch (StorageUnavailableException) when (!http.Response.HasStarted)
        {
            return Page.Told(texts, "StorageSilent", reader, StatusCodes.Status503ServiceUnavailable, next: http.Request.Path + http.Request.QueryString);
        }
    }

    /// <summary>Within Teams; Entra's own page is shown in no frame.</summary>
    private static bool IsInFrame(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "iframe";
}
