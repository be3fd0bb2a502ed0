using System.Collections.Frozen;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Words from the files beside this one, folded as names are. A # begins a comment.</summary>
internal static class WordList
{
    public static FrozenSet<string> Read(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"{typeof(WordList).Namespace}.Words.{name}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').SelectMany(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(word => NameFolding.Keys(word)).ToFrozenSet(StringComparer.Ordinal);
    }
}
