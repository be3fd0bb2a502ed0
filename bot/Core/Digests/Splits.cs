using RetroBot.Core.CheckIns;

namespace RetroBot.Core.Digests;

/// <summary>
/// How all answers of a round may be parted by each question. Lists run from the finest way to the coarsest, and each way only merges parts of the one before; a digest uses
/// one of them, so that nothing is learned by subtracting one from another. Every share is of everyone who answered in the round: those who were not asked are a part as well.
/// </summary>
public static class Splits
{
    public const string HelpedKey = "outcome.helped";
    public const string CostTimeKey = "outcome.costTime";
    public const string GainedKey = "time.gained";

    private static readonly SplitPart<Outcome> Helped = new(HelpedKey, [Outcome.Helped]);
    private static readonly SplitPart<Outcome> NoDifference = new("outcome.noDifference", [Outcome.NoDifference]);
    private static readonly SplitPart<Outcome> CostTime = new(CostTimeKey, [Outcome.CostTime]);
    private static readonly SplitPart<Outcome> NoGain = new("outcome.noGain", [Outcome.NoDifference, Outcome.CostTime]);
    private static readonly SplitPart<Outcome> RightlyNotUsed = new("outcome.rightlyNotUsed", [Outcome.RightlyNotUsed]);
    private static readonly SplitPart<Outcome> NothingToSay = new("outcome.nothingToSay", [Outcome.NothingToReport, Outcome.NotRelevant]);
    private static readonly SplitPart<Outcome> NotUsed = new("outcome.notUsed", [Outcome.RightlyNotUsed, Outcome.NothingToReport, Outcome.NotRelevant]);

    /// <summary>Ways that keep those who used AI apart from those who did not.</summary>
    public static IReadOnlyList<Split<Outcome>> Outcomes { get; } =
    [
        new([Helped, NoDifference, CostTime, RightlyNotUsed, new("outcome.nothingToReport", [Outcome.NothingToReport]), new("outcome.notRelevant", [Outcome.NotRelevant])]),
        new([Helped, NoDifference, CostTime, RightlyNotUsed, NothingToSay]),
        new([Helped, NoGain, RightlyNotUsed, NothingToSay]),
        new([Helped, NoGain, NotUsed]),
    ];

    public static Split<Outcome> HelpedOrNot { get; } = new([Helped, new("outcome.notHelped", [.. NoGain.Options, .. NotUsed.Options])]);

    private static readonly SplitPart<TimeBand> LostTime = new("time.lost", [TimeBand.LostTime]);
    private static readonly SplitPart<TimeBand> AboutTheSame = new("time.same", [TimeBand.AboutTheSame]);
    private static readonly SplitPart<TimeBand> CannotTell = new("time.cannotTell", [TimeBand.CannotTell]);
    private static readonly SplitPart<TimeBand> UnderAnHour = new("time.underOneHour", [TimeBand.UnderFifteenMinutes, TimeBand.FifteenToSixtyMinutes]);
    private static readonly SplitPart<TimeBand> OverAnHour = new("time.overOneHour", [TimeBand.OneToFourHours, TimeBand.OverFourHours]);
    private static readonly SplitPart<TimeBand> TimeNotAsked = new("time.notAsked", [null]);
    private static readonly SplitPart<TimeBand> NotGained = new("time.notGained", [TimeBand.LostTime, TimeBand.AboutTheSame, TimeBand.CannotTell]);
    private static readonly SplitPart<TimeBand> Gained = new(GainedKey, [.. UnderAnHour.Options, .. OverAnHour.Options]);

    public static IReadOnlyList<Split<TimeBand>> Times { get; } =
    [
        new(
        [
            LostTime, AboutTheSame, new("time.underFifteenMinutes", [TimeBand.UnderFifteenMinutes]), new("time.fifteenToSixtyMinutes", [TimeBand.FifteenToSixtyMinutes]),
            new("time.oneToFourHours", [TimeBand.OneToFourHours]), new("time.overFourHours", [TimeBand.OverFourHours]), CannotTell, TimeNotAsked,
        ]),
        new([LostTime, AboutTheSame, UnderAnHour, OverAnHour, CannotTell, TimeNotAsked]),
        new([LostTime, AboutTheSame, Gained, CannotTell, TimeNotAsked]),
        new([Gained, NotGained, TimeNotAsked]),
    ];

    /// <summary>The parts that together are all who saved time, whichever way they are parted.</summary>
    public static IReadOnlyList<string> GainedKeys { get; } =
        [.. Times.SelectMany(split => split.Parts).Where(part => part.Options.All(Gained.Options.Contains)).Select(part => part.Key).Distinct(StringComparer.Ordinal)];

    public static Split<TimeBand> GainedOrNot { get; } = new([Gained, new("time.others", [.. NotGained.Options, null])]);

    private static readonly SplitPart<Confidence> Guess = new("confidence.guess", [Confidence.Guess]);
    private static readonly SplitPart<Confidence> Checked = new("confidence.checked", [Confidence.Compared, Confidence.Measured]);
    private static readonly SplitPart<Confidence> ConfidenceNotAsked = new("confidence.notAsked", [null]);

    public static IReadOnlyList<Split<Confidence>> Confidences { get; } =
    [
        new([Guess, new("confidence.compared", [Confidence.Compared]), new("confidence.measured", [Confidence.Measured]), ConfidenceNotAsked]),
        new([Guess, Checked, ConfidenceNotAsked]),
    ];

    public static Split<Confidence> CheckedOrNot { get; } = new([Checked, new("confidence.others", [.. Guess.Options, null])]);

    private static readonly SplitPart<Obligation> NotAtAll = new("obligation.notAtAll", [Obligation.NotAtAll]);
    private static readonly SplitPart<Obligation> Partly = new("obligation.partly", [Obligation.Slightly, Obligation.Somewhat]);
    private static readonly SplitPart<Obligation> Largely = new("obligation.largely", [Obligation.Mostly, Obligation.Completely]);
    private static readonly SplitPart<Obligation> Felt = new("obligation.felt", [.. Partly.Options, .. Largely.Options]);
    private static readonly SplitPart<Obligation> ObligationNotAnswered = new("obligation.notAnswered", [null]);

    public static IReadOnlyList<Split<Obligation>> Obligations { get; } =
    [
        new(
        [
            NotAtAll, new("obligation.slightly", [Obligation.Slightly]), new("obligation.somewhat", [Obligation.Somewhat]),
            new("obligation.mostly", [Obligation.Mostly]), new("obligation.completely", [Obligation.Completely]), ObligationNotAnswered,
        ]),
        new([NotAtAll, Partly, Largely, ObligationNotAnswered]),
        new([NotAtAll, Felt, ObligationNotAnswered]),
        new([Felt, new("obligation.others", [.. NotAtAll.Options, null])]),
    ];
}
