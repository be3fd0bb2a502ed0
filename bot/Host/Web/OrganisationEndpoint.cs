using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary><c>GET /api/organisation.json</c>: what the answers of all the tenant's teams add up to, quarter by quarter.</summary>
internal sealed class OrganisationEndpoint(IQuarterStore quarters)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var report = OrganisationReport.Of(await quarters.FiguresAsync(Reader.Of(context).Tenant, context.RequestAborted).ToListAsync(context.RequestAborted));
        return JsonAnswer.Of(context, report, OrganisationReport.Format);
    }
}
