namespace RetroBot.Host.Web;

/// <summary>What browsers are told about every page: it loads and runs RetroBot's own files and nothing else, is shown within Teams and within no other page, and is kept by nobody.</summary>
internal sealed class PageHeaders : IEndpointFilter
{
    /// <summary>Where Teams shows tabs ("Prerequisites for tabs", Microsoft Learn), its national clouds included.</summary>
    public const string Teams = "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft https://*.teams.cloud.microsoft https://*.teams.microsoft.us";

    private const string Policy = $"default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {Teams}";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache, no-store";
        return await next(context);
    }
}
