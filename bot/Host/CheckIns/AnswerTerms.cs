using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>What the card's choices mean in Core. The compiler sees to it that none is forgotten. Exceptions leave the choice out: they are logged.</summary>
internal static class AnswerTerms
{
    public static Outcome Of(OutcomeChoice choice) => choice switch
    {
        OutcomeChoice.Helped => Outcome.Helped,
        OutcomeChoice.NoDifference => Outcome.NoDifference,
        OutcomeChoice.CostTime => Outcome.CostTime,
        OutcomeChoice.RightlyNotUsed => Outcome.RightlyNotUsed,
        OutcomeChoice.NothingToReport => Outcome.NothingToReport,
        OutcomeChoice.NotRelevant => Outcome.NotRelevant,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    public static Answer Of(CheckInSubmission.Full full) => new Answer.Full(
        Of(full.Outcome), Of(full.Time), [.. full.Changes.Select(Of)], Of(full.Confidence), full.Tool, Of(full.Obligation));

    public static Answer Of(OutcomeChoice outcome, ObligationChoice? obligation) => new Answer.Brief(Of(outcome), Of(obligation));

    private static TimeBand Of(TimeChoice choice) => choice switch
    {
        TimeChoice.LostTime => TimeBand.LostTime,
        TimeChoice.AboutTheSame => TimeBand.AboutTheSame,
        TimeChoice.UnderFifteenMinutes => TimeBand.UnderFifteenMinutes,
        TimeChoice.FifteenToSixtyMinutes => TimeBand.FifteenToSixtyMinutes,
        TimeChoice.OneToFourHours => TimeBand.OneToFourHours,
        TimeChoice.OverFourHours => TimeBand.OverFourHours,
        TimeChoice.CannotTell => TimeBand.CannotTell,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    private static Change Of(ChangeChoice choice) => choice switch
    {
        ChangeChoice.ShippedSooner => Change.ShippedSooner,
        ChangeChoice.FewerErrors => Change.FewerErrors,
        ChangeChoice.IssueResolvedQuicker => Change.IssueResolvedQuicker,
        ChangeChoice.ShorterDesignCycle => Change.ShorterDesignCycle,
        ChangeChoice.LessTedious => Change.LessTedious,
        ChangeChoice.LearnedSomething => Change.LearnedSomething,
        ChangeChoice.NothingVisible => Change.NothingVisible,
        ChangeChoice.WorkForOthers => Change.WorkForOthers,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    private static Confidence Of(ConfidenceChoice choice) => choice switch
    {
        ConfidenceChoice.Guess => Confidence.Guess,
        ConfidenceChoice.Compared => Confidence.Compared,
        ConfidenceChoice.Measured => Confidence.Measured,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    private static Obligation? Of(ObligationChoice? choice) => choice switch
    {
        null => null,
        ObligationChoice.NotAtAll => Obligation.NotAtAll,
        ObligationChoice.Slightly => Obligation.Slightly,
        ObligationChoice.Somewhat => Obligation.Somewhat,
        ObligationChoice.Mostly => Obligation.Mostly,
        ObligationChoice.Completely => Obligation.Completely,
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };
}
