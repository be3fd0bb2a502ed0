namespace RetroBot.Host.Privacy.Redaction;

/// <summary>The names of a roster, compiled: which words are part of a name, and which two stand in the same name.</summary>
internal sealed class RosterNames
{
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> together = [];

    public RosterNames(IEnumerable<string> displayNames)
    {
        foreach (var name in displayNames.SelectMany(DisplayName.Read)) Add(name);
        LongestUnspaced = known.Where(word => Letters.IsUnspaced(word[0])).Select(word => word.Length).DefaultIfEmpty().Max();
    }

    public int LongestUnspaced { get; }

    public bool IsPart(string key) => parts.Contains(key);

    /// <summary>Whether it is a part, a particle or an initial of some name.</summary>
    public bool IsKnown(string key) => known.Contains(key);

    /// <summary>Whether somebody's name holds both, in whichever order.</summary>
    public bool AreTogether(string one, string other) => together.Contains((one, other));

    private void Add(DisplayName name)
    {
        parts.UnionWith(name.Parts.Where(part => part.Length > 1 || Letters.IsUnspaced(part[0])));
        known.UnionWith(name.Words);
        foreach (var joined in Joined(name.Words)) if (known.Add(joined)) parts.Add(joined);
        var initials = name.Parts.Select(part => (Part: part, Initial: part[..1])).Where(part => char.IsAsciiLetter(part.Part[0])).ToList();
        known.UnionWith(initials.Select(initial => initial.Initial));
        foreach (var one in name.Words)
        {
            foreach (var other in name.Words.Where(other => other != one)) together.Add((one, other));
            foreach (var (_, initial) in initials.Where(initial => initial.Part != one))
            {
                together.Add((one, initial));
                together.Add((initial, one));
            }
        }
    }

    /// <summary>Written together, as in user names: "annaschmidt", "schmidtanna", "vandenberg", "obrien".</summary>
    private static IEnumerable<string> Joined(IReadOnlyList<string> words) => words.Count < 2 ? []
        : [string.Concat(words), string.Concat(words.Reverse()), words[^1] + words[0], words[0] + words[^1], .. words.Zip(words.Skip(1), string.Concat)];
}
