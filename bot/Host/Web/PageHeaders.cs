namespace RetroBot.Host.Web;

/// <summary>What browsers are told about every page: it loads its own style and nothing else, runs nothing, is shown in no other page, and is kept by nobody.</summary>
internal sealed class PageHeaders : IEndpointFilter
{
    private const string Policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return await next(context);
    }
}
