using System.IO.Pipelines;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A format of the export that changes rows before it writes them.</summary>
internal sealed class RowsChanged(ICatalogWriter writer, Func<CatalogRow, CatalogRow> change) : ICatalogWriter
{
    public string Extension => writer.Extension;

    public string ContentType => writer.ContentType;

    public Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct) => writer.WriteAsync(rows.Select(change), to, ct);
}
