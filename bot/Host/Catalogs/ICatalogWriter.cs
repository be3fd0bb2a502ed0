using System.IO.Pipelines;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>Writes the catalog in one format, row by row: what it holds in memory does not grow with the catalog.</summary>
internal interface ICatalogWriter
{
    /// <summary>What a file of the format is called by its last part, such as <c>csv</c>.</summary>
    string Extension { get; }

    string ContentType { get; }

    Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct);
}
