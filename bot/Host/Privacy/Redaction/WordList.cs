using System.Collections.Frozen;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Words from the files beside this one. A # begins a comment.</summary>
internal static class WordList
{
    /// <summary>The words, folded as names are.</summary>
    public static FrozenSet<string> Read(string name) => Words(name).SelectMany(word => NameFolding.Keys(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words as they are written.</summary>
    public static IReadOnlyList<string> Words(string name) => [.. Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The lines as they are written, for what is longer than a word.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"{typeof(WordList).Namespace}.Words.{name}.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];
    }
}
