using RetroBot.Cards.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Tests.Crashes;

/// <summary>Says what is wrong with an ending, measured by that of a run that nothing disturbed.</summary>
internal sealed class Judge(PreparedRound round, Ending undisturbed)
{
    /// <param name="notices">How many notices may stand beside the digest.</param>
    public IEnumerable<string> Faults(Ending ending, int notices)
    {
        var rows = ending.Storage.Of("rounds");
        if (rows.Count != 1) yield return $"{rows.Count} rows of the round are left: {string.Join(", ", rows.Select(row => row.RowKey))}";
        if (!ending.Round.SequenceEqual(undisturbed.Round)) yield return $"the round differs: {string.Join("; ", ending.Round.Except(undisturbed.Round, StringComparer.Ordinal))}";
        if (ending.Storage.Of("teams", "d").Count > 0) yield return "the team is still due";
        if (SecretsIn(ending) is > 0 and var secrets) yield return $"{secrets} sealed answers or keys are left";

        var digest = undisturbed.Cards.Single();
        var digests = ending.Cards.Count(card => card == digest);
        if (digests != 1) yield return $"{digests} digests stand in the channel";
        if (ending.Posts.Count - digests > notices) yield return $"{ending.Posts.Count - digests} notices stand beside it";
        if (ending.Posts.Any(post => post.Card?.GetRawText() != digest && !IsNotice(post))) yield return "something else stands in the channel";
    }

    /// <param name="notices">How many notices may stand beside the digest.</param>
    public Verdict Verdict(Ending ending, int notices, string remark) =>
        Crashes.Verdict.Of(Faults(ending, notices), remark, ending.Posts.Count(IsNotice) is > 0 and var standing ? $"{standing} notice beside the digest" : "");

    private bool IsNotice(Simulation.Connector.ReceivedActivity post) => post.Summary == Notice();

    private string Notice()
    {
        var team = round.Open.Of("teams", "t").Single();
        var monday = RoundName.TryParse(team.GetString("Latest"), out var name) ? name.Monday : throw new InvalidOperationException("The prepared round has no name.");
        return new DigestClosingCard(monday.ToDateOnly()).Summary(System.Globalization.CultureInfo.GetCultureInfo(team.GetString("Culture")!));
    }

    private int SecretsIn(Ending ending)
    {
        var kept = ending.Storage.All.SelectMany(row => row.Select(column => column.Value)).OfType<byte[]>().ToList();
        return round.Secrets.Count(secret => kept.Any(bytes => bytes.AsSpan().SequenceEqual(secret)));
    }
}
