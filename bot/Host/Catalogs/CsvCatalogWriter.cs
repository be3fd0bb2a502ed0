using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>RFC 4180 in UTF-8, with the mark by which spreadsheets know it, and with nothing in it that a spreadsheet would run.</summary>
internal sealed class CsvCatalogWriter : ICatalogWriter
{
    // Every cell in quotes: then none begins with a blank, a mark or a digit that a spreadsheet would drop or read as something else.
    public static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = _ => true };

    public string Extension => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public async Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct)
    {
        await using var text = new StreamWriter(new PipeStream(to), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = new CsvWriter(text, Rfc4180, leaveOpen: true);
        foreach (var column in CatalogColumn.All) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in CatalogColumn.All) csv.WriteField(SpreadsheetText.WithoutFormulas(column.Value(row) ?? ""), shouldQuote: true);
            await csv.NextRecordAsync();
            await to.FlushManyAsync(ct);
        }
        await csv.FlushAsync();
        await text.FlushAsync(ct);
    }
}
