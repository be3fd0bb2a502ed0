using RetroBot.Core.CheckIns;

namespace RetroBot.Tests.Crashes;

/// <summary>Says what is wrong with a whole round.</summary>
internal static class RoundJudge
{
    public const string Lost = "somebody who is to be asked has no card, and the ledger does not say why";
    public const string Doubled = "somebody has two cards";
    public const string Late = "a card came when all were out already";
    public const string MoreUnknown = "more sends are unknown than were under way when somebody died";
    public const string AskedAgainstTheirWill = "somebody has a card who stopped RetroBot";
    public const string OtherCounts = "other answers are counted than were given";
    public const string RowsOfOpenRound = "sealed answers, lines of the ledger or a gate are left";
    public const string KeyIsLeft = "the key is left";
    public const string IsLookedAfter = "the team is looked after although nothing is to come";
    public const string NotOneDigest = "the digest does not stand in the channel once";
    public const string NotSaidOnce = "what the team changed does not stand in the digest, or waits for the next one as well";
    public const string TooManyNotices = "too many notices stand beside it";

    /// <param name="notices">How many notices may stand beside the digest.</param>
    /// <param name="unknown">How many sends nobody may know the end of.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<Asked> people, Ending ending, int notices, int unknown)
    {
        if (people.Any(person => person.IsLost)) yield return Lost;
        if (people.Any(person => person.IsDoubled)) yield return Doubled;
        if (people.Any(person => person.Late > 0)) yield return Late;
        if (Census(people).Unknown > unknown) yield return MoreUnknown;
        if (people.Any(person => person is { Gives: null } and ({ Cards.Count: > 0 } or { Late: > 0 }))) yield return AskedAgainstTheirWill;
        var given = people.Where(person => person is { Gives: not null, Cards.Count: > 0 }).CountBy(person => person.Gives!.Value).ToDictionary();
        if (Enum.GetValues<Outcome>().Any(outcome => ending.Tally.Outcomes.GetValueOrDefault(outcome) != given.GetValueOrDefault(outcome))) yield return OtherCounts;
        if (ending.OfOpenRounds.Count > 0) yield return RowsOfOpenRound;
        if (ending.Round.ContainsKey("WrappedKey") || ending.Round.ContainsKey("MasterKeyId")) yield return KeyIsLeft;
        if (ending.Due.Any()) yield return IsLookedAfter;
        // A notice becomes the digest.
        if (ending.Posts.Count(post => post.Versions > 1) != 1) yield return NotOneDigest;
        if (ending.Posts.Count(post => post.Versions == 1) > notices) yield return TooManyNotices;
    }

    /// <param name="changed">What a lead said that the team changed.</param>
    public static IEnumerable<string> Faults(Ending ending, string changed)
    {
        if (!ending.Cards.Any(card => card.Contains(changed, StringComparison.Ordinal)) || ending.Storage.Of("teams", "t").Any(team => team.ContainsKey("Changed"))) yield return NotSaidOnce;
    }

    public static Census Census(IReadOnlyList<Asked> people) =>
        new(people.Count(person => person.IsLost), people.Count(person => person.IsDoubled), people.Count(person => person.Line == Core.Deliveries.DeliveryState.Unknown));
}
