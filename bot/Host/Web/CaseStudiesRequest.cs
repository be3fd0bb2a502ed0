using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.Web;

/// <summary>What a program asks of the catalog. Programs are told what they got wrong, where people are shown what comes nearest.</summary>
public sealed record CaseStudiesRequest(CatalogQuery Query, int Page, int PageSize)
{
    public const string Path = "/api/case-studies";
    public const string WordsParameter = "q";
    public const string OrderParameter = "order";
    public const string PageParameter = "page";
    public const string PageSizeParameter = "page_size";
    public const int LargestPage = 100;

    private const int LastPage = 100_000;
    private const int MostValues = 50;
    private const int LongestTool = 200;

    /// <param name="problems">By parameter; empty where the request is understood.</param>
    public static CaseStudiesRequest Of(IQueryCollection query, out Dictionary<string, string[]> problems)
    {
        ArgumentNullException.ThrowIfNull(query);
        var wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var facets = Enum.GetValues<CatalogFacet>();
        foreach (var unknown in query.Keys.Where(key => key is not (WordsParameter or OrderParameter or PageParameter or PageSizeParameter) && !facets.Any(facet => FacetWords.Parameter(facet) == key)).Take(MostValues))
            wrong[unknown.Length > LongestTool ? unknown[..LongestTool] : unknown] = ["No such parameter."];

        var words = query[WordsParameter].ToString();
        if (words.Length > CatalogRequest.LongestWords) wrong[WordsParameter] = [$"At most {CatalogRequest.LongestWords} characters."];

        var chosen = new Dictionary<CatalogFacet, IReadOnlySet<string>>();
        foreach (var facet in facets)
        {
            var values = query[FacetWords.Parameter(facet)].OfType<string>().ToList();
            if (values.Count == 0) continue;
            if (values.Count > MostValues) wrong[FacetWords.Parameter(facet)] = [$"At most {MostValues} values."];
            else if (values.Where(value => !IsValue(facet, value)).ToList() is { Count: > 0 }) wrong[FacetWords.Parameter(facet)] = [ChoicesOf(facet) is { } choices ? $"One of {string.Join(", ", choices)}." : facet == CatalogFacet.Period ? "A quarter such as 2026-Q3." : $"A name of at most {LongestTool} characters."];
            chosen.Add(facet, values.ToHashSet(StringComparer.Ordinal));
        }

        var order = CatalogOrder.BestMatch;
        if (query[OrderParameter].ToString() is { Length: > 0 } wanted)
        {
            var known = Enum.GetValues<CatalogOrder>();
            if (known.Any(one => CatalogWords.Of(one) == wanted)) order = known.Single(one => CatalogWords.Of(one) == wanted);
            else wrong[OrderParameter] = [$"One of {string.Join(", ", known.Select(CatalogWords.Of))}."];
        }

        var (page, size) = (Number(PageParameter, 1, LastPage), Number(PageSizeParameter, CatalogRequest.PageLength, LargestPage));
        problems = wrong;
        return new CaseStudiesRequest(new CatalogQuery(words, chosen, order), page, size);

        int Number(string parameter, int absent, int most)
        {
            var text = query[parameter].ToString();
            if (text.Length == 0) return absent;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
            wrong[parameter] = [$"A whole number from 1 to {most}."];
            return absent;
        }
    }

    /// <summary>The closed list that a facet's values are from; null where there is none.</summary>
    public static IEnumerable<string>? ChoicesOf(CatalogFacet facet) => facet switch
    {
        CatalogFacet.Area => Enum.GetValues<WorkArea>().Select(CatalogWords.Of),
        CatalogFacet.Outcome => Enum.GetValues<Core.CheckIns.Change>().Select(CatalogWords.Of),
        CatalogFacet.Verification => FacetValues.Steps,
        _ => null,
    };

    /// <summary>The same question for another page.</summary>
    public string AddressOf(int page)
    {
        var query = new QueryBuilder();
        if (Query.Words.Length > 0) query.Add(WordsParameter, Query.Words);
        foreach (var (facet, values) in Query.Chosen)
        {
            foreach (var value in values.Order(StringComparer.Ordinal)) query.Add(FacetWords.Parameter(facet), value);
        }
        query.Add(OrderParameter, CatalogWords.Of(Query.Order));
        query.Add(PageParameter, page.ToString(CultureInfo.InvariantCulture));
        query.Add(PageSizeParameter, PageSize.ToString(CultureInfo.InvariantCulture));
        return Path + query;
    }

    private static bool IsValue(CatalogFacet facet, string value) =>
        ChoicesOf(facet) is { } choices ? choices.Contains(value, StringComparer.Ordinal) : facet == CatalogFacet.Period ? Quarter.TryParse(value, out _) : value.Length is > 0 and <= LongestTool;
}
