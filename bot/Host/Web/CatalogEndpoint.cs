using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary><c>GET /api/catalog.csv</c> and the other formats: everything that the tenant's teams share.</summary>
internal sealed class CatalogEndpoint(CatalogExport export, IEnumerable<ICatalogWriter> writers)
{
    public async Task<IResult> HandleAsync(string format, HttpContext context)
    {
        var ct = context.RequestAborted;
        var caller = context.Features.Get<Access.Granted>() ?? throw new InvalidOperationException("Nobody was let in.");
        if (writers.FirstOrDefault(writer => writer.Extension == format) is not { } writer)
            return Results.Problem($"The catalog can be had as {string.Join(", ", writers.Select(known => known.Extension))}.", statusCode: StatusCodes.Status404NotFound);

        await using var rows = export.RowsAsync(caller.Tenant, ct).GetAsyncEnumerator(ct);
        // The first row is read before anything is sent, so that a storage that is out of reach is told as such; one that goes out of reach later cuts the connection.
        var any = await rows.MoveNextAsync();
        var response = context.Response;
        response.ContentType = writer.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"retrobot-catalog.{writer.Extension}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await writer.WriteAsync(Read(), response.BodyWriter, ct);
        return Results.Empty;

        async IAsyncEnumerable<CatalogRow> Read()
        {
            for (; any; any = await rows.MoveNextAsync()) yield return rows.Current;
        }
    }
}
