using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>CSV is written as RFC 4180 asks, and nothing more.</summary>
public sealed class CellsAsTheyCame : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A12Formulas)];

    public override void Change(IServiceCollection services) => Wrap<ICatalogWriter>(services, (writer, _) => writer is CsvCatalogWriter ? new Plain() : writer);

    private sealed class Plain : ICatalogWriter
    {
        public string Extension => "csv";

        public string ContentType => "text/csv";

        public async Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct)
        {
            var lines = await rows.Select(row => CatalogColumn.All.Select(column => column.Value(row))).ToListAsync(ct);
            var text = string.Concat(lines.Prepend(CatalogColumn.All.Select(column => (string?)column.Name)).Select(cells => string.Join(',', cells.Select(cell => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
            await to.WriteAsync((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], ct);
        }
    }
}
