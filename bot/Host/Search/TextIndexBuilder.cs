using System.Runtime.InteropServices;

namespace RetroBot.Host.Search;

/// <summary>Takes in the texts of rows, one row after the other, and makes an index of them. It keeps words, and no text.</summary>
internal sealed class TextIndexBuilder
{
    /// <summary>A word of the title says as much as eight of the rest.</summary>
    private const int OfTitle = 8;

    private readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> lengths = [];

    /// <param name="row">From 0 on; another one each time.</param>
    public void Add(int row, string title, string rest)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        lengths.Add(row, Weigh(weights, title, OfTitle) + Weigh(weights, rest, 1));
        foreach (var (stem, weight) in weights)
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, stem, out _);
            (rows ??= new(1)).Add(new Posting(row, weight));
        }
    }

    public TextIndex Build() => new(postings.ToDictionary(word => word.Key, word => word.Value.ToArray(), StringComparer.Ordinal), new Vocabulary(stems), lengths);

    /// <returns>How many words the text has.</returns>
    private int Weigh(Dictionary<string, int> weights, string text, int weight)
    {
        var words = 0;
        foreach (var word in SearchWords.Of(text, stems))
        {
            words++;
            stems.TryAdd(word.Written, word.Stem);
            CollectionsMarshal.GetValueRefOrAddDefault(weights, word.Stem, out _) += weight;
        }
        return words;
    }
}
