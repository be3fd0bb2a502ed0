using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Catalogs;

/// <summary>What exports hold, for programs that check them: JSON Schema, 2020-12.</summary>
internal static class CatalogSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of the catalog as JSON; the columns of the other formats are the same, and an empty cell is null.</summary>
    public static string Catalog { get; } = Text("urn:retrobot:catalog", CatalogRow.SchemaVersion, "Published case studies of one organisation, one a row, in the order of their random ids.", Rows());

    /// <summary>Of one row.</summary>
    public static JsonObject Row() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(CatalogColumn.All.Select(column => KeyValuePair.Create<string, JsonNode?>(column.Name, Of(column)))),
        ["required"] = new JsonArray([.. CatalogColumn.All.Select(column => JsonValue.Create(column.Name))]),
        ["additionalProperties"] = false,
    };

    /// <summary>Of what an organisation reads of its quarters.</summary>
    public static string Organisation { get; } = Text(
        "urn:retrobot:organisation", OrganisationReport.Version, "What the answers of all teams add up to, quarter by quarter.",
        OrganisationReport.Format.GetJsonSchemaAsNode(typeof(OrganisationReport), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject());

    private static JsonObject Rows() => new() { ["type"] = "array", ["items"] = Row() };

    private static string Text(string id, string version, string description, JsonObject schema)
    {
        schema.Insert(0, "$schema", Dialect);
        schema.Insert(1, "$id", $"{id}:{version}");
        schema.Insert(2, "description", description);
        return schema.ToJsonString(Indented);
    }

    private static JsonObject Of(CatalogColumn column)
    {
        var schema = new JsonObject { ["description"] = column.Meaning, ["type"] = column.IsAlwaysThere ? "string" : new JsonArray("string", "null") };
        if (column.Choices is { } choices) schema["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice)), .. column.IsAlwaysThere ? [] : (JsonNode?[])[null]]);
        return schema;
    }
}
