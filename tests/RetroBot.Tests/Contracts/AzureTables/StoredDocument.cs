using System.Text;
using RetroBot.Host.Retention;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Contracts.AzureTables;

/// <summary>The part of docs/privacy.md that says what is stored, written from the schema.</summary>
internal static class StoredDocument
{
    private const string Begin = "<!-- Written from the storage classes by StorageSchemaTests, up to the next such line: change it there. -->\n";
    private const string End = "<!-- So far. -->\n";

    /// <summary>The document with this part written anew.</summary>
    public static string Renew(string document)
    {
        var (from, to) = (document.IndexOf(Begin, StringComparison.Ordinal), document.IndexOf(End, StringComparison.Ordinal));
        return from < 0 || to < from ? throw new InvalidOperationException("docs/privacy.md has lost the marks between which the schema stands.") : document[..(from + Begin.Length)] + Text() + document[to..];
    }

    private static string Text()
    {
        var text = new StringBuilder("\n| what is kept | table | about a person | until |\n|---|---|---|---|\n");
        foreach (var kind in StorageSchema.All) text.Append(null, $"| {kind.Name} | `{kind.Table}` | {YesOrNo(kind.All.Any(column => column.IsPersonal))} | {Words(kind.Until)} |\n");
        text.Append("\nEvery column, kind by kind. The store itself adds to every row when it was last changed.\n");
        foreach (var kind in StorageSchema.All)
        {
            text.Append(null, $"\n### {char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}\n\nIn `{kind.Table}`, until {Words(kind.Until)}.\n\n| column | what it is | about a person |\n|---|---|---|\n");
            foreach (var column in kind.All)
                text.Append(null, $"| {(column.Name is "keys" ? "its keys" : $"`{column.Name}`")} | {column.Purpose}{(column.Until == kind.Until ? "" : $" (only until {Words(column.Until)})")} | {YesOrNo(column.IsPersonal)} |\n");
        }
        return text.Append('\n').ToString();
    }

    private static string YesOrNo(bool isPersonal) => isPersonal ? "yes" : "no";

    private static string Words(Until until) => until switch
    {
        Until.PersonTakesBack => "they take it back, or delete it",
        Until.ChatIsForgotten => "a year after it was written, or they delete it, or RetroBot is removed from the last team of the organisation",
        Until.SendingEnds => "the cards of the tenant's rounds are sent",
        Until.SendEnds => "the sending of the card has ended",
        Until.RoundCloses => "the round closes",
        Until.PostIsRenewed => "the post is renewed",
        Until.VotingEnds => "voting ends, or the case study is withdrawn",
        Until.AuthorWithdraws => "its author withdraws it, or RetroBot is removed from the team",
        Until.RetentionEnds => $"{RetentionPeriod.MostWeeks} weeks after the round closed, or sooner if the operator chose so",
        Until.NumbersAreRenewed => "the team has read new numbers, or RetroBot is removed from it",
        Until.LeavingIsOver => "four weeks after RetroBot was removed from the team",
        Until.TeamGoes => "RetroBot is removed from the team",
        Until.Stays => "further notice: it is about no person and no team",
        _ => throw new ArgumentOutOfRangeException(nameof(until), until, null),
    };
}
