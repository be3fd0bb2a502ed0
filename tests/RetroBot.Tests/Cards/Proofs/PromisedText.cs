namespace RetroBot.Tests.Cards.Proofs;

/// <summary>A row of docs/promises.md: what people are promised, and the statement of docs/privacy.md that it rests on.</summary>
internal sealed record PromisedText(string Key, string Words, string Statement)
{
    /// <param name="document">In Markdown.</param>
    public static IReadOnlyList<PromisedText> In(string document) =>
    [
        .. from line in document.Split('\n')
           where line.StartsWith("| `", StringComparison.Ordinal)
           let cells = line.Trim('|').Split(" | ", StringSplitOptions.TrimEntries)
           select new PromisedText(cells[0].Trim('`'), cells[1], cells[2].Trim()),
    ];
}
