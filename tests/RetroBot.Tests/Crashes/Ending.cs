using System.Text.Json;
using Azure.Data.Tables;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>What a closed round leaves: in storage, and in the team's channel.</summary>
/// <param name="Round">The round's own row.</param>
/// <param name="Posts">What the service posted of its own accord and did not take back.</param>
internal sealed record Ending(TableSnapshot Storage, TableEntity Round, IReadOnlyList<ReceivedActivity> Posts)
{
    // When it was closed, which post it became, and where: every run has its own.
    private static readonly string[] OfOneRun = ["ClosesAt", "Post", "Channel", "ServiceUrl", "odata.etag", nameof(TableEntity.Timestamp)];

    /// <summary>Every row of every table, without what every run has of its own.</summary>
    public IReadOnlyList<string> Rows => [.. Storage.All.Select(stored => $"{stored.Table} {string.Join(" ", Columns(stored.Row))}").Order(StringComparer.Ordinal)];

    /// <summary>Sealed answers, lines of the ledger and gates, of whatever round.</summary>
    public IReadOnlyList<TableEntity> OfOpenRounds => [.. Storage.Of("rounds").Where(row => row.RowKey is not "r")];

    /// <summary>The answers, added up.</summary>
    public Tally Tally => JsonSerializer.Deserialize<Tally>(Round.GetString("Tally")!)!;

    /// <summary>The case studies, as they lie there, by title.</summary>
    public IReadOnlyDictionary<string, TableEntity> Stories => Storage.Of("casestudies", "s").ToDictionary(row => row.GetString("Title")!, StringComparer.Ordinal);

    /// <summary>When the team is looked after next: one entry.</summary>
    public IEnumerable<string> Due => Storage.Of("teams", "d").Select(row => row.RowKey);

    /// <summary>Whether a notice or a digest stands in the channel, and the round does not say which.</summary>
    public bool PostIsUnknown => Posts.Count > 0 && !Round.ContainsKey("Post");

    /// <summary>The cards that are posts in the channel.</summary>
    public IEnumerable<string> Cards => Posts.Select(post => post.Card?.GetRawText() ?? "");

    /// <summary>Everything that is written in the tables, keys included; but where people's chats are, which outlives every round.</summary>
    public IEnumerable<object> Written => Storage.All.Where(stored => stored.Table is not "chats").SelectMany(stored => stored.Row.Select(column => column.Value)).OfType<object>();

    public bool IsPublished => Round.GetString("State") == nameof(RoundState.Published);

    /// <summary>Whether the round is published, and the team is not looked after before its time.</summary>
    /// <param name="now">The entry of a team that is looked after now.</param>
    public bool IsAtRest(string now) => IsPublished && Due.All(due => string.CompareOrdinal(due, now) > 0);

    private static IEnumerable<string> Columns(TableEntity row) =>
        row.Where(column => !OfOneRun.Contains(column.Key)).Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Convert.ToHexString(bytes) : column.Value)}").Order(StringComparer.Ordinal);
}
