using System.IO.Pipelines;
using System.Text.Json;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>An array of objects, one a row; what is unknown or left out is null.</summary>
internal sealed class JsonCatalogWriter : ICatalogWriter
{
    public string Extension => "json";

    public string ContentType => "application/json; charset=utf-8";

    public async Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(to);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(ct))
        {
            json.WriteStartObject();
            foreach (var column in CatalogColumn.All) json.WriteString(column.Name, column.Value(row));
            json.WriteEndObject();
            await json.FlushAsync(ct);
            await to.FlushManyAsync(ct);
        }
        json.WriteEndArray();
        await json.FlushAsync(ct);
        await to.FlushAsync(ct);
    }
}
