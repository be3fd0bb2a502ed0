using System.Globalization;
using Microsoft.Extensions.Primitives;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>What the address of a page of the catalog asks for. Whatever cannot be read is as if it were absent: addresses are typed, cut off and passed on.</summary>
public sealed record CatalogRequest(CatalogQuery Query, int Page)
{
    /// <summary>Characters.</summary>
    public const int LongestWords = 200;

    public const int PageLength = 20;

    public const int FirstPage = 1;

    /// <summary>Values of one facet that are looked at.</summary>
    private const int MostValues = 50;

    private const int LongestValue = 200;
    private const int LastPage = 100_000;

    public static CatalogRequest Of(IQueryCollection query)
    {
        var chosen = new Dictionary<CatalogFacet, IReadOnlySet<string>>();
        foreach (var facet in Enum.GetValues<CatalogFacet>())
        {
            if (Values(query[FacetWords.Parameter(facet)]) is { Count: > 0 } values) chosen.Add(facet, values);
        }
        return new CatalogRequest(new CatalogQuery(WordsOf(query["q"].ToString()), chosen, OrderOf(query["order"].ToString())), PageOf(query["page"].ToString()));
    }

    /// <summary>What is searched for of what somebody typed, here or in a chat.</summary>
    public static string WordsOf(string typed) => typed.Length <= LongestWords ? typed : typed[..LongestWords];

    public bool Has(CatalogFacet facet, string value) => Query.Chosen.TryGetValue(facet, out var values) && values.Contains(value);

    public string AddressOf(int page, PageTexts texts) => PageAddress.Of(
        "/catalog",
        texts,
        [
            ("q", Query.Words),
            .. Query.Chosen.SelectMany(facet => facet.Value.Order(StringComparer.Ordinal), (facet, value) => (FacetWords.Parameter(facet.Key), value)),
            ("order", CatalogWords.Of(Query.Order)),
            ("page", page.ToString(CultureInfo.InvariantCulture)),
        ]);

    private static HashSet<string> Values(StringValues values) =>
        values.OfType<string>().Where(value => value.Length is > 0 and <= LongestValue).Take(MostValues).ToHashSet(StringComparer.Ordinal);

    private static CatalogOrder OrderOf(string text) => Enum.GetValues<CatalogOrder>().FirstOrDefault(order => CatalogWords.Of(order) == text);

    private static int PageOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= FirstPage and <= LastPage ? page : FirstPage;
}
