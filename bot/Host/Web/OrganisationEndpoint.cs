using System.Text.Encodings.Web;
using System.Text.Json;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary><c>GET /api/organisation.json</c>: what the answers of all the tenant's teams add up to, quarter by quarter.</summary>
internal sealed class OrganisationEndpoint(IQuarterStore quarters)
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var caller = context.Features.Get<Access.Granted>() ?? throw new InvalidOperationException("Nobody was let in.");
        var report = OrganisationReport.Of(await quarters.FiguresAsync(caller.Tenant, context.RequestAborted).ToListAsync(context.RequestAborted));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Json(report, Format);
    }
}
