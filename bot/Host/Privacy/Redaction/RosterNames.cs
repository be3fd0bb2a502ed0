namespace RetroBot.Host.Privacy.Redaction;

/// <summary>The names of a roster, compiled: which words are part of a name, and which two stand in the same name.</summary>
internal sealed class RosterNames
{
    private const int ShortestJoined = 4;
    private const int MostJoined = 6;

    private readonly HashSet<string> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> together = [];
    private readonly HashSet<(string, string)> withInitial = [];

    public RosterNames(IEnumerable<string> displayNames)
    {
        foreach (var name in displayNames.SelectMany(DisplayName.Read)) Add(name);
        LongestUnspaced = known.Where(word => Letters.IsUnspaced(word[0])).Select(word => word.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Characters of the longest known word of a script without spaces.</summary>
    public int LongestUnspaced { get; }

    /// <summary>Whether somebody is called so: by one word, or by more written together ("annaschmidt", "obrien").</summary>
    public bool IsPart(string key) => parts.Contains(key);

    /// <summary>Whether it is a part or a particle of some name.</summary>
    public bool IsKnown(string key) => known.Contains(key);

    /// <summary>The known word that is spelled just so; null when none is.</summary>
    public string? Known(ReadOnlySpan<char> word) => known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var key) ? key : null;

    /// <summary>Whether one name holds both in this order, or in any if neither is a particle.</summary>
    public bool AreTogether(string one, string next) => together.Contains((one, next));

    /// <summary>Whether one of the two is the initial of a name that holds the other.</summary>
    public bool AreTogetherWithInitial(string one, string next) => withInitial.Contains((one, next));

    private void Add(IReadOnlyList<NamePart> name)
    {
        for (var first = 0; first < name.Count; first++)
        {
            foreach (var key in name[first].Keys) AddWord(name, key, first, first, name[first].IsParticle);
            for (var last = first + 1; last < Math.Min(name.Count, first + MostJoined); last++)
                if (Joined(name, first, last) is { } joined) AddWord(name, joined, first, last, isParticle: false);
        }
        var reversed = string.Concat(name.Reverse().Select(part => part.Keys[0]));
        if (name.Count > 1 && reversed.Length >= ShortestJoined) AddWord(name, reversed, 0, name.Count - 1, isParticle: false);
    }

    private void AddWord(IReadOnlyList<NamePart> name, string key, int first, int last, bool isParticle)
    {
        known.Add(key);
        if (!isParticle && (key.Length > 1 || Letters.IsUnspaced(key[0]))) parts.Add(key);
        for (var other = 0; other < name.Count; other++)
        {
            if (other >= first && other <= last) continue;
            var inAnyOrder = !isParticle && !name[other].IsParticle;
            foreach (var otherKey in name[other].Keys)
            {
                if (inAnyOrder || other == last + 1) together.Add((key, otherKey));
                if (inAnyOrder || other == first - 1) together.Add((otherKey, key));
                if (name[other].IsParticle || !char.IsAsciiLetter(otherKey[0])) continue;
                withInitial.Add((otherKey[..1], key));
                if (!isParticle) withInitial.Add((key, otherKey[..1]));
            }
        }
    }

    /// <summary>Words written as one ("annaschmidt", "vanderberg"); null for a short one, and for one that ends in a particle, which is no name, but for "Abd" and whose servant.</summary>
    private static string? Joined(IReadOnlyList<NamePart> name, int first, int last)
    {
        var joined = string.Concat(name.Skip(first).Take(last - first + 1).Select(part => part.Keys[0]));
        var isName = !name[last].IsParticle || name[first].Keys[0] == DisplayName.Servant;
        return isName && (joined.Length >= ShortestJoined || Letters.IsUnspaced(joined[0])) ? joined : null;
    }
}
