using System.Text.Json;
using Azure.Data.Tables;
using RetroBot.Core.CheckIns;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>What a closed round leaves: in storage, and in the team's channel.</summary>
/// <param name="Posts">What the service posted of its own accord and did not take back.</param>
internal sealed record Ending(TableSnapshot Storage, IReadOnlyList<ReceivedActivity> Posts)
{
    // When it was closed and which post it became: every run has its own.
    private static readonly string[] OfOneRun = ["ClosesAt", "Post", "odata.etag", nameof(TableEntity.Timestamp)];

    /// <summary>The round's row, without what every run has of its own.</summary>
    public IEnumerable<string> Round => Storage.Of("rounds", "r").SelectMany(Columns);

    /// <summary>The answers, added up.</summary>
    public Tally Tally => JsonSerializer.Deserialize<Tally>(Storage.Of("rounds", "r").Single().GetString("Tally")!)!;

    /// <summary>The cards that are posts in the channel.</summary>
    public IEnumerable<string> Cards => Posts.Select(post => post.Card?.GetRawText() ?? "");

    private static IEnumerable<string> Columns(TableEntity row) =>
        row.Where(column => !OfOneRun.Contains(column.Key)).Select(column => $"{column.Key}={column.Value}").Order(StringComparer.Ordinal);
}
