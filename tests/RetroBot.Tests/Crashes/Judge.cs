using RetroBot.Cards.Digests;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>Says what is wrong with an ending, measured by that of a run that nothing disturbed.</summary>
internal sealed class Judge(PreparedRound round, Ending undisturbed)
{
    public const string OtherCounts = "other answers are counted";
    public const string RowsOfOpenRound = "sealed answers, lines of the ledger or a gate are left";
    public const string KeyIsLeft = "the key is left";
    public const string TracesAreLeft = "what was sealed, the key, or who was asked is found in a table";
    public const string OtherStories = "other case studies are published";
    public const string OtherDueTime = "the team is looked after at another time";
    public const string OtherRows = "a row differs";
    public const string NotOneDigest = "the digest does not stand in the channel once";
    public const string TooManyNotices = "too many notices stand beside it";
    public const string SomethingElse = "something else stands in the channel";

    /// <param name="notices">How many notices may stand beside the digest.</param>
    public IEnumerable<string> Faults(Ending ending, int notices)
    {
        if (ending.Tally != undisturbed.Tally) yield return OtherCounts;
        if (ending.OfOpenRounds.Count > 0) yield return RowsOfOpenRound;
        if (ending.Round.ContainsKey("WrappedKey") || ending.Round.ContainsKey("MasterKeyId")) yield return KeyIsLeft;
        if (round.Traces.Any(trace => ending.Written.Any(trace.IsIn))) yield return TracesAreLeft;
        if (!Published(ending).SequenceEqual(Published(undisturbed))) yield return OtherStories;
        if (!ending.Due.SequenceEqual(undisturbed.Due)) yield return OtherDueTime;
        // All that is said above, and every other row and column.
        foreach (var row in ending.Rows.Except(undisturbed.Rows).Concat(undisturbed.Rows.Except(ending.Rows))) yield return $"{OtherRows}: {row}";

        var digest = undisturbed.Cards.Single();
        var digests = ending.Cards.Count(card => card == digest);
        if (digests != 1) yield return NotOneDigest;
        if (ending.Posts.Count - digests > notices) yield return TooManyNotices;
        if (ending.Posts.Any(post => post.Card?.GetRawText() != digest && !IsNotice(post))) yield return SomethingElse;
    }

    /// <param name="notices">How many notices may stand beside the digest.</param>
    public Verdict Verdict(Ending ending, int notices, string remark) => new([.. Faults(ending, notices)], remark, ending.Posts.Count(IsNotice));

    private static IEnumerable<(string Title, string? Round)> Published(Ending ending) =>
        ending.Stories.Select(story => (story.Key, story.Value.GetString("Round"))).OrderBy(story => story.Key, StringComparer.Ordinal);

    private bool IsNotice(ReceivedActivity post) => post.Summary == Notice();

    private string Notice()
    {
        var culture = round.Open.Of("teams", "t").Single().GetString("Culture")!;
        return new DigestClosingCard(round.Id.Name.Monday.ToDateOnly()).Summary(System.Globalization.CultureInfo.GetCultureInfo(culture));
    }
}
