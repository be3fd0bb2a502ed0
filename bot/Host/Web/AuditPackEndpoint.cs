using System.IO.Pipelines;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Web;

/// <summary>Sends the audit pack: the same from the API and from the page.</summary>
internal sealed class AuditPackEndpoint(AuditPack pack, ExportInstruments instruments)
{
    public async Task<IResult> SendAsync(HttpContext context)
    {
        await instruments.CountAsync("zip", () => pack.WriteAsync(Reader.Of(context).Tenant, Begin, context.RequestAborted));
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
