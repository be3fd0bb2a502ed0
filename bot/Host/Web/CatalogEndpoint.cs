using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Web;

/// <summary>Sends everything that a tenant's teams share as one file: the same from the API and from the page.</summary>
internal sealed class CatalogEndpoint(CatalogExport export, IEnumerable<ICatalogWriter> writers, ExportInstruments instruments)
{
    /// <summary>Of the address: one quarter, such as <c>2026-Q3</c>, so that a large catalog can be taken in parts.</summary>
    public const string PeriodParameter = "period";

    /// <summary><c>GET /api/catalog.csv</c>, <c>GET /catalog/export.csv</c>, and the other formats.</summary>
    public async Task<IResult> SendAsync(string format, HttpContext context)
    {
        var tenant = Reader.Of(context).Tenant;
        var ct = context.RequestAborted;
        if (writers.FirstOrDefault(writer => writer.Extension == format) is not { } writer)
            return Results.Problem($"The catalog can be had as {string.Join(", ", writers.Select(known => known.Extension))}.", statusCode: StatusCodes.Status404NotFound);
        if (!IsPeriod(context.Request.Query, out var period))
            return Results.Problem($"{PeriodParameter} is a quarter such as 2026-Q3, or absent for all of them.", statusCode: StatusCodes.Status400BadRequest);

        await using var rows = export.RowsAsync(tenant, period, ct).GetAsyncEnumerator(ct);
        // The first row is read before anything is sent, so that a storage that is out of reach is told as such.
        var any = await rows.MoveNextAsync();
        var response = context.Response;
        response.ContentType = writer.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"retrobot-catalog{(period is { } one ? $"-{one}" : "")}.{writer.Extension}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await instruments.CountAsync(writer.Extension, () => writer.WriteAsync(Read(), response.BodyWriter, ct));
        return Results.Empty;

        async IAsyncEnumerable<CatalogRow> Read()
        {
            for (; any; any = await rows.MoveNextAsync()) yield return rows.Current;
        }
    }

    private static bool IsPeriod(IQueryCollection query, out Quarter? period)
    {
        period = null;
        if (query[PeriodParameter].ToString() is not { Length: > 0 } text) return true;
        if (!Quarter.TryParse(text, out var quarter)) return false;
        period = quarter;
        return true;
    }
}
