namespace RetroBot.Core.Catalogs;

/// <summary>What somebody looks for.</summary>
/// <param name="Words">As typed; blank for everything.</param>
/// <param name="Chosen">By facet, the values of which a row must show one; a facet that is absent narrows nothing.</param>
public sealed record CatalogQuery(string Words, IReadOnlyDictionary<CatalogFacet, IReadOnlySet<string>> Chosen, CatalogOrder Order)
{
    public static CatalogQuery Everything { get; } = new("", new Dictionary<CatalogFacet, IReadOnlySet<string>>(), CatalogOrder.BestMatch);

    /// <summary>Whether the row is among those looked for, one facet left aside: its values are counted as if nothing of it were chosen.</summary>
    public bool Takes(FacetValues row, CatalogFacet? except = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Chosen.All(one => one.Key == except || row.Of(one.Key).Any(one.Value.Contains));
    }
}
