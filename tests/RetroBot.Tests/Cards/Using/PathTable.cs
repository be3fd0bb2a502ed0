using System.Text;

namespace RetroBot.Tests.Cards.Using;

/// <summary>The part of docs/cards.md that says what each way through the cards takes.</summary>
internal static class PathTable
{
    private const string Begin = "<!-- Measured by CardPathTests, up to the next such line: APPROVE=1 writes it anew. -->\n";
    private const string End = "<!-- So far. -->\n";

    /// <summary>The document with this part written anew.</summary>
    public static string Renew(string document, IEnumerable<(CardPath Path, int Taps, int Keys, int Characters)> rows)
    {
        var (from, to) = (document.IndexOf(Begin, StringComparison.Ordinal), document.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidOperationException("docs/cards.md has lost the marks between which the table of ways stands.");
        var text = new StringBuilder("\n| way | taps | keys without a pointer, moving on included | characters to read |\n|---|---|---|---|\n");
        foreach (var (path, taps, keys, characters) in rows) text.Append(null, $"| {path.Name} | {taps} | {keys} | {characters} |\n");
        return document[..(from + Begin.Length)] + text.Append('\n') + document[to..];
    }
}
