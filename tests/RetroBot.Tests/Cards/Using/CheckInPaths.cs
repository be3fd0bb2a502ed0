using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Tests.Cards.Using;

/// <summary>Through the check-in.</summary>
internal static class CheckInPaths
{
    private static readonly Texts Texts = Texts.ForCards(Languages.English.Culture);

    private static readonly Step Helped = new Step.Press(Choices.TextOf(Texts, OutcomeChoice.Helped));
    private static readonly Step NothingToReport = new Step.Press(Choices.TextOf(Texts, OutcomeChoice.NothingToReport));
    private static readonly Step Time = new Step.Mark(Choices.TextOf(Texts, TimeChoice.FifteenToSixtyMinutes));
    private static readonly Step Change = new Step.Tick(Choices.TextOf(Texts, ChangeChoice.LessTedious));
    private static readonly Step Sure = new Step.Mark(Choices.TextOf(Texts, ConfidenceChoice.Guess));
    private static readonly Step Save = new Step.Press(Texts["CheckIn.Save"]);
    private static readonly Step NotNow = new Step.Press(Texts["CheckIn.NotNow"]);

    public static IReadOnlyList<CardPath> All { get; } =
    [
        Through("Nothing to report", 1, CardGallery.CheckIn, NothingToReport),
        Through("Nothing to report, in every fourth round", 2, CardGallery.FourthCheckIn, NothingToReport, Save),
        Through("A full answer", 5, CardGallery.CheckIn, Helped, Time, Change, Sure, Save),
        Through("A full answer, in every fourth round", 5, CardGallery.FourthCheckIn, Helped, Time, Change, Sure, Save),
        Through("Skip", 2, CardGallery.CheckIn, NotNow, new Step.Press(Texts["Skipped.Button"])),
    ];

    private static CardPath Through(string name, int mostTaps, CheckInContext context, params Step[] steps) => new(name, mostTaps, new CheckInCard(context), steps, (verb, data) => verb switch
    {
        CheckInCard.Verb when CheckInCard.Parse(data) is { } outcome && (CheckInCard.AsksMore(outcome) || context.AsksObligation) => new CheckInDetailsCard(context, outcome),
        CheckInCard.Verb when CheckInCard.Parse(data) is not null => new SavedCard(context.Ticket, context.Closes),
        CheckInDetailsCard.Verb when CheckInDetailsCard.Parse(data, context) is CheckInSubmission.Full or CheckInSubmission.Brief => new SavedCard(context.Ticket, context.Closes),
        SkippedCard.Verb => new SkippedCard(context.Ticket),
        _ => null,
    });
}
