using System.Text.Json.Serialization;

namespace RetroBot.Host.Web;

/// <summary>One page of the catalog, as the API tells it. Names of two words are spelled out here, since the API's description reads them from here.</summary>
/// <param name="Total">How many were found altogether, as a range such as <c>10-19</c>; null for fewer than five.</param>
/// <param name="Next">The address of the next page; null on the last one.</param>
/// <param name="Items">The columns of an export, by name.</param>
/// <param name="Facets">Of each, the values that were found, the most frequent first.</param>
public sealed record CaseStudyList(
    [property: JsonPropertyName("schema_version")] string SchemaVersion, string? Total, int Page, [property: JsonPropertyName("page_size")] int PageSize, string? Next, IReadOnlyList<IReadOnlyDictionary<string, string?>> Items, IReadOnlyDictionary<string, IReadOnlyList<CaseStudyList.Count>> Facets)
{
    /// <param name="Rows">A range; null for fewer than five.</param>
    public sealed record Count(string Value, string? Rows);
}
