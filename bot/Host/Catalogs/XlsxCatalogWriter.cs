using System.IO.Compression;
using System.IO.Pipelines;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>A workbook: the rows on one sheet, how they came about on another. Parts are written one after the other, since a package that can be read again would be held in memory whole.</summary>
internal sealed class XlsxCatalogWriter : ICatalogWriter
{
    public string Extension => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct)
    {
        await using var stream = new PipeStream(to);
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in WorkbookParts.All)
            {
                await using var part = await zip.CreateEntry(name).OpenAsync(ct);
                write(part);
            }

            await using var sheet = await zip.CreateEntry(WorkbookParts.RowsSheet).OpenAsync(ct);
            using var cells = new CatalogSheet(sheet);
            await foreach (var row in rows.WithCancellation(ct))
            {
                cells.Add(CatalogColumn.All.Select(column => column.Value(row)));
                await to.FlushAsync(ct);
            }
        }
        await to.FlushAsync(ct);
    }
}
