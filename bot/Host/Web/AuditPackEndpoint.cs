using System.IO.Pipelines;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>Sends the audit pack: the same from the API and from the page.</summary>
internal sealed class AuditPackEndpoint(AuditPack pack)
{
    public async Task<IResult> SendAsync(HttpContext context)
    {
        await pack.WriteAsync(Reader.Of(context).Tenant, Begin, context.RequestAborted);
        return Results.Empty;

        PipeWriter Begin()
        {
            var response = context.Response;
            response.ContentType = AuditPack.ContentType;
            response.Headers.ContentDisposition = "attachment; filename=\"retrobot-audit-pack.zip\"";
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
            return response.BodyWriter;
        }
    }
}
