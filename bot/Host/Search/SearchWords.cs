using System.Text.RegularExpressions;

namespace RetroBot.Host.Search;

/// <summary>Parts a text into what is searched for: words, and of scripts that put no space between them every two letters that stand together.</summary>
internal static partial class SearchWords
{
    /// <summary>Letters. What is longer is no word that anybody types.</summary>
    private const int Longest = 40;

    /// <param name="stems">Of words that came before, since finding one takes much longer than looking it up; null for none.</param>
    /// <returns>In the order of the text.</returns>
    public static IEnumerable<SearchWord> Of(string text, IReadOnlyDictionary<string, string>? stems = null) =>
        Runs().Matches(FoldedText.Of(text)).SelectMany(run => run.Groups["unspaced"].Success ? Pairs(run.Value) : Word(run.Value, stems));

    private static IEnumerable<SearchWord> Word(string run, IReadOnlyDictionary<string, string>? stems) => run.Length <= Longest ? [new SearchWord(run, stems?.GetValueOrDefault(run) ?? LightStemmer.Of(run))] : [];

    private static IEnumerable<SearchWord> Pairs(string run) =>
        run.Length == 1 ? [new SearchWord(run, run)] : Enumerable.Range(0, run.Length - 1).Select(start => run.Substring(start, 2)).Select(pair => new SearchWord(pair, pair));

    /// <summary>Chinese and Japanese letters, the mark that lengthens a vowel among them; else letters and digits.</summary>
    [GeneratedRegex(@"(?<unspaced>[\u3005\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF]+)|[\p{L}\p{Nd}-[\u3005\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF]]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
