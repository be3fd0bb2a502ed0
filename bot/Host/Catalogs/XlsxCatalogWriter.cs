using System.IO.Compression;
using System.IO.Pipelines;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>A workbook: the rows on one sheet, how they came about on another. Parts are written one after the other, since a package that can be read again would be held in memory whole.</summary>
internal sealed class XlsxCatalogWriter : ICatalogWriter
{
    /// <summary>A package tells the time of each part. The earliest that it can hold says nothing, and the same rows are the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Extension => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct)
    {
        await using var stream = new PipeStream(to);
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in WorkbookParts.All)
            {
                await using var part = await PartOf(zip, name).OpenAsync(ct);
                write(part);
            }

            await using var sheet = await PartOf(zip, WorkbookParts.RowsSheet).OpenAsync(ct);
            using var cells = new CatalogSheet(sheet);
            await foreach (var row in rows.WithCancellation(ct))
            {
                cells.Add(CatalogColumn.All.Select(column => column.Value(row)));
                await to.FlushManyAsync(ct);
            }
        }
        await to.FlushAsync(ct);
    }

    private static ZipArchiveEntry PartOf(ZipArchive zip, string name)
    {
        var part = zip.CreateEntry(name, CompressionLevel.Fastest);
        part.LastWriteTime = NoTime;
        return part;
    }
}
