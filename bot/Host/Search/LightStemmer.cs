using System.Buffers;

namespace RetroBot.Host.Search;

/// <summary>
/// Cuts the endings off a word, and Arabic's article, so that "summaries" and "summarising" come to the same. One for all languages, since no case study says in which it is written: the
/// endings of six are tried, the longest first, as long as enough of the word is left.
/// </summary>
/// <remarks>Light stemming finds about as much as a full stemmer does (Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", 2006; Larkey et al., "Light stemming for Arabic", 2007).</remarks>
internal static class LightStemmer
{
    private const int ShortestStem = 4;
    private const int ShortestArabicStem = 3;

    private static readonly string[] Endings = Longest(
        // English
        "s es ed ing ings er ers or ors y ies ied ly ment ments ation ations ative ion ions ise ises ised ising iser isation isations ize izes ized izing izer ization izations ate ates ated ating ator ators able ness ity ities "
        // German
        + "e en er ern em es n t te ten tet test st end ende enden ung ungen heit heiten keit keiten lich liche lichen isch ische ischen ieren iert ierte ierung ierungen "
        // English and its neighbours
        + "fication fications fie fies fiee fiees fier fied fy fying ficar ficado ficada ficacion ficacao "
        // French
        + "ez ent ons ont ant ante ants ait aient ee ees eur eurs euse euses ement ements ifier ifie ire it ction ctions cteur iser ise isee "
        // Spanish and Portuguese
        + "a o as os ar ir ando iendo indo ado ada ados adas ido ida idos idas amos emos imos aron ieron aram eram on ones cion ciones acion aciones ao oes cao coes acao acoes mente miento mientos mento mentos izar izado izando ador adora adores is isis ises en enes em ens agem agens aje ajes");

    private static readonly string[] ArabicBeginnings = Longest("وال بال كال فال لل ال و");
    private static readonly string[] ArabicEndings = Longest("ها ان ات ون ين يه ه ي");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <param name="word">Folded, one word.</param>
    public static string Of(string word)
    {
        if (IsArabic(word[0])) return Arabic(word);
        var stem = WithoutEnding(WithoutEnding(word));
        // "planning" without its ending is "plann".
        return stem.Length > ShortestStem && stem[^1] == stem[^2] && !Vowels.Contains(stem[^1]) ? stem[..^1] : stem;
    }

    private static string WithoutEnding(string word) =>
        Array.Find(Endings, ending => word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) is { } found ? word[..^found.Length] : word;

    private static string Arabic(string word)
    {
        var stem = Array.Find(ArabicBeginnings, beginning => word.Length - beginning.Length >= ShortestArabicStem && word.StartsWith(beginning, StringComparison.Ordinal)) is { } first ? word[first.Length..] : word;
        return Array.Find(ArabicEndings, ending => stem.Length - ending.Length >= ShortestArabicStem && stem.EndsWith(ending, StringComparison.Ordinal)) is { } last ? stem[..^last.Length] : stem;
    }

    private static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';

    private static string[] Longest(string list) => [.. list.Split(' ').Distinct(StringComparer.Ordinal).OrderByDescending(ending => ending.Length)];
}
