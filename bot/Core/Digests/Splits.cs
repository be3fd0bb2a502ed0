using RetroBot.Core.CheckIns;

namespace RetroBot.Core.Digests;

/// <summary>
/// How each question may be parted, the finest way first. The ways are fixed and only ever merge parts of the way before; a digest uses one of them, so that
/// nothing is learned by subtracting one from another.
/// </summary>
public static class Splits
{
    private static readonly SplitPart<Outcome> Helped = new("outcome.helped", [Outcome.Helped]);
    private static readonly SplitPart<Outcome> NoDifference = new("outcome.noDifference", [Outcome.NoDifference]);
    private static readonly SplitPart<Outcome> CostTime = new("outcome.costTime", [Outcome.CostTime]);
    private static readonly SplitPart<Outcome> NoGain = new("outcome.noGain", [Outcome.NoDifference, Outcome.CostTime]);
    private static readonly SplitPart<Outcome> RightlyNotUsed = new("outcome.rightlyNotUsed", [Outcome.RightlyNotUsed]);
    private static readonly SplitPart<Outcome> NothingToSay = new("outcome.nothingToSay", [Outcome.NothingToReport, Outcome.NotRelevant]);
    private static readonly SplitPart<Outcome> NotUsed = new("outcome.notUsed", [Outcome.RightlyNotUsed, Outcome.NothingToReport, Outcome.NotRelevant]);

    public static IReadOnlyList<Split<Outcome>> Outcomes { get; } =
    [
        new([Helped, NoDifference, CostTime, RightlyNotUsed, new("outcome.nothingToReport", [Outcome.NothingToReport]), new("outcome.notRelevant", [Outcome.NotRelevant])]),
        new([Helped, NoDifference, CostTime, RightlyNotUsed, NothingToSay]),
        new([Helped, NoGain, RightlyNotUsed, NothingToSay]),
        new([Helped, NoGain, NotUsed]),
        new([Helped, new("outcome.notHelped", [.. NoGain.Options, .. NotUsed.Options])]),
    ];

    private static readonly SplitPart<TimeBand> LostTime = new("time.lost", [TimeBand.LostTime]);
    private static readonly SplitPart<TimeBand> AboutTheSame = new("time.same", [TimeBand.AboutTheSame]);
    private static readonly SplitPart<TimeBand> CannotTell = new("time.cannotTell", [TimeBand.CannotTell]);
    private static readonly SplitPart<TimeBand> UnderAnHour = new("time.underOneHour", [TimeBand.UnderFifteenMinutes, TimeBand.FifteenToSixtyMinutes]);
    private static readonly SplitPart<TimeBand> OverAnHour = new("time.overOneHour", [TimeBand.OneToFourHours, TimeBand.OverFourHours]);
    private static readonly SplitPart<TimeBand> Gained = new("time.gained", [.. UnderAnHour.Options, .. OverAnHour.Options]);

    public static IReadOnlyList<Split<TimeBand>> Times { get; } =
    [
        new(
        [
            LostTime, AboutTheSame, new("time.underFifteenMinutes", [TimeBand.UnderFifteenMinutes]), new("time.fifteenToSixtyMinutes", [TimeBand.FifteenToSixtyMinutes]),
            new("time.oneToFourHours", [TimeBand.OneToFourHours]), new("time.overFourHours", [TimeBand.OverFourHours]), CannotTell,
        ]),
        new([LostTime, AboutTheSame, UnderAnHour, OverAnHour, CannotTell]),
        new([LostTime, AboutTheSame, Gained, CannotTell]),
        new([Gained, new("time.notGained", [TimeBand.LostTime, TimeBand.AboutTheSame, TimeBand.CannotTell])]),
    ];

    private static readonly SplitPart<Confidence> Guess = new("confidence.guess", [Confidence.Guess]);

    public static IReadOnlyList<Split<Confidence>> Confidences { get; } =
    [
        new([Guess, new("confidence.compared", [Confidence.Compared]), new("confidence.measured", [Confidence.Measured])]),
        new([Guess, new("confidence.checked", [Confidence.Compared, Confidence.Measured])]),
    ];

    private static readonly SplitPart<Obligation> NotAtAll = new("obligation.notAtAll", [Obligation.NotAtAll]);

    public static IReadOnlyList<Split<Obligation>> Obligations { get; } =
    [
        new(
        [
            NotAtAll, new("obligation.slightly", [Obligation.Slightly]), new("obligation.somewhat", [Obligation.Somewhat]),
            new("obligation.mostly", [Obligation.Mostly]), new("obligation.completely", [Obligation.Completely]),
        ]),
        new([NotAtAll, new("obligation.partly", [Obligation.Slightly, Obligation.Somewhat]), new("obligation.largely", [Obligation.Mostly, Obligation.Completely])]),
        new([NotAtAll, new("obligation.felt", [Obligation.Slightly, Obligation.Somewhat, Obligation.Mostly, Obligation.Completely])]),
    ];
}
