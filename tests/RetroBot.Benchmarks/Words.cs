namespace RetroBot.Benchmarks;

/// <summary>Texts like those that people write, as far as an index can tell: few words that are everywhere, and very many that are rare (Zipf's law).</summary>
internal static class Words
{
    private const int Known = 20_000;

    private static readonly string[] Syllables = ["re", "ta", "mo", "li", "ser", "ven", "do", "ka", "ni", "pol", "tra", "mi", "cor", "be", "sun", "fa", "gel", "ro", "dis", "pe"];
    private static readonly string[] All = [.. Enumerable.Range(0, Known).Select(Spelled)];

    public static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Any(random)));

    public static string Any(Random random) => All[(int)(Math.Pow(Known, random.NextDouble()) - 1)];

    /// <summary>One that is in many texts.</summary>
    public static string Common(Random random) => All[random.Next(10)];

    public static string Mistyped(Random random)
    {
        var word = All[random.Next(100, 2_000)];
        return word.Remove(word.Length / 2, 1);
    }

    public static string Tool(Random random) => $"Tool {random.Next(12)}";

    /// <summary>A different one for each number.</summary>
    private static string Spelled(int number)
    {
        var (word, rest) = ("", number + (Syllables.Length * Syllables.Length));
        for (; rest > 0; rest /= Syllables.Length) word += Syllables[rest % Syllables.Length];
        return word;
    }
}
