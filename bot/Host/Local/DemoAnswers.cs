using RetroBot.Core.CheckIns;

namespace RetroBot.Host.Local;

/// <summary>What the demo team's people answer: mixed as in a real team, and such that the digest has something to show.</summary>
internal static class DemoAnswers
{
    private static readonly Answer[] Answers =
    [
        Helped(TimeBand.UnderFifteenMinutes, Confidence.Guess, Change.LessTedious),
        Helped(TimeBand.UnderFifteenMinutes, Confidence.Compared, Change.LessTedious),
        Helped(TimeBand.FifteenToSixtyMinutes, Confidence.Compared, Change.LessTedious, Change.LearnedSomething),
        Helped(TimeBand.FifteenToSixtyMinutes, Confidence.Guess, Change.ShippedSooner, Change.LessTedious),
        Helped(TimeBand.FifteenToSixtyMinutes, Confidence.Measured, Change.ShippedSooner, Change.LearnedSomething),
        Helped(TimeBand.OneToFourHours, Confidence.Compared, Change.ShippedSooner, Change.LessTedious),
        Helped(TimeBand.OneToFourHours, Confidence.Measured, Change.ShippedSooner, Change.IssueResolvedQuicker),
        Helped(TimeBand.OverFourHours, Confidence.Guess, Change.ShippedSooner, Change.LessTedious, Change.LearnedSomething),
        new Answer.Full(Outcome.NoDifference, TimeBand.AboutTheSame, [Change.NothingVisible], Confidence.Guess, tool: null),
        new Answer.Full(Outcome.NoDifference, TimeBand.AboutTheSame, [Change.NothingVisible, Change.LearnedSomething], Confidence.Compared, tool: null),
        new Answer.Full(Outcome.NoDifference, TimeBand.CannotTell, [Change.LearnedSomething], Confidence.Guess, tool: null),
        new Answer.Full(Outcome.CostTime, TimeBand.LostTime, [Change.WorkForOthers], Confidence.Compared, tool: null),
        new Answer.Full(Outcome.CostTime, TimeBand.LostTime, [Change.LearnedSomething], Confidence.Guess, tool: null),
        new Answer.Full(Outcome.CostTime, TimeBand.LostTime, [Change.NothingVisible, Change.LearnedSomething], Confidence.Measured, tool: null),
        new Answer.Brief(Outcome.RightlyNotUsed),
        new Answer.Brief(Outcome.RightlyNotUsed),
        new Answer.Brief(Outcome.RightlyNotUsed),
        new Answer.Brief(Outcome.RightlyNotUsed),
        new Answer.Brief(Outcome.NothingToReport),
    ];

    private static readonly Obligation[] Felt =
    [
        .. Enumerable.Repeat(Obligation.NotAtAll, 9), .. Enumerable.Repeat(Obligation.Slightly, 4), .. Enumerable.Repeat(Obligation.Somewhat, 3),
        .. Enumerable.Repeat(Obligation.Mostly, 2), .. Enumerable.Repeat(Obligation.Completely, 1),
    ];

    /// <summary>The same person gives the same answer in every round.</summary>
    public static Answer Of(DemoPerson person) => Answers[NumberOf(person)];

    /// <summary>How obliged they feel to use AI, in the rounds that ask.</summary>
    public static Obligation ObligationOf(DemoPerson person) => Felt[NumberOf(person)];

    private static int NumberOf(DemoPerson person) => DemoTenant.Teammates.TakeWhile(teammate => teammate != person).Count();

    private static Answer.Full Helped(TimeBand time, Confidence confidence, params Change[] changes) => new(Outcome.Helped, time, changes, confidence, tool: null);
}
