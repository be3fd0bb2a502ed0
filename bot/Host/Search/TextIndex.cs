namespace RetroBot.Host.Search;

/// <summary>
/// Finds rows by their words, the most telling first (BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). It lies in memory and nowhere else, and never changes, so that any number
/// of searches go on in it at once and none has to know when another index takes its place.
/// </summary>
internal sealed class TextIndex
{
    /// <summary>How much a word counts that stands in a row again and again, and how little in a long row: the usual values.</summary>
    private const float Saturation = 1.2f;

    private const float LengthMatters = 0.75f;

    private readonly IReadOnlyDictionary<string, Posting[]> postings;
    private readonly Vocabulary vocabulary;
    private readonly int rows;

    /// <summary>By row.</summary>
    private readonly float[] lengthPenalties;

    /// <param name="lengths">Of each row's texts, in words.</param>
    public TextIndex(IReadOnlyDictionary<string, Posting[]> postings, Vocabulary vocabulary, IReadOnlyDictionary<int, int> lengths)
    {
        (this.postings, this.vocabulary, rows) = (postings, vocabulary, lengths.Count);
        lengthPenalties = new float[rows == 0 ? 0 : lengths.Keys.Max() + 1];
        var usual = Math.Max(1, rows == 0 ? 1 : lengths.Values.Average());
        foreach (var (row, length) in lengths) lengthPenalties[row] = Saturation * (1 - LengthMatters + (float)(LengthMatters * length / usual));
    }

    /// <summary>The rows that hold every word of the question, in some form of it; where none does, those that hold some of them.</summary>
    /// <returns>The best first.</returns>
    public IReadOnlyList<int> Matching(IReadOnlyList<SearchWord> question)
    {
        var words = question.Distinct().ToList();
        var stems = words.Select(vocabulary.StemsFor).Where(forms => forms.Count > 0).ToList();
        if (stems.Count == 0) return [];

        // By row: what its words tell, and how many words of the question, from the first on, it holds without a gap.
        var (points, held) = (new float[lengthPenalties.Length], new ushort[lengthPenalties.Length]);
        foreach (var (number, forms) in stems.Index())
        {
            foreach (var stem in forms) Score(postings[stem], points, held, number);
        }
        return stems.Count == words.Count && Array.IndexOf(held, (ushort)stems.Count) >= 0 ? Ordered(points, row => held[row] == stems.Count) : Ordered(points, row => points[row] > 0);
    }

    private void Score(Posting[] found, float[] points, ushort[] held, int number)
    {
        var rarity = MathF.Log(1 + ((rows - found.Length + 0.5f) / (found.Length + 0.5f)));
        foreach (var one in found)
        {
            var row = one.Row;
            points[row] += rarity * one.Weight * (Saturation + 1) / (one.Weight + lengthPenalties[row]);
            if (held[row] == number) held[row]++;
        }
    }

    /// <returns>Those with the most points first, and of the same the row with the lower number.</returns>
    private static int[] Ordered(float[] points, Func<int, bool> isTaken)
    {
        var taken = Enumerable.Range(0, points.Length).Where(isTaken).ToArray();
        // The bits of numbers that are not negative are in their order: sorted by one number each, it takes a fraction of the time.
        var keys = Array.ConvertAll(taken, row => ((ulong)~BitConverter.SingleToUInt32Bits(points[row]) << 32) | (uint)row);
        Array.Sort(keys, taken);
        return taken;
    }
}
