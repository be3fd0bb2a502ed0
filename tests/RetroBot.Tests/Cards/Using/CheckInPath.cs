using System.Text.Json;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Tests.Cards.Using;

/// <summary>A way through the check-in, and what may be asked of a person on it.</summary>
/// <param name="MostTaps">What the way may take at most.</param>
internal sealed record CheckInPath(string Name, int MostTaps, CheckInContext Context, IReadOnlyList<Step> Steps)
{
    private static readonly Texts Texts = Texts.ForCards(Languages.English.Culture);

    private static readonly Step Helped = new Step.Press(Choices.TextOf(Texts, OutcomeChoice.Helped));
    private static readonly Step NothingToReport = new Step.Press(Choices.TextOf(Texts, OutcomeChoice.NothingToReport));
    private static readonly Step Time = new Step.Mark(Choices.TextOf(Texts, TimeChoice.FifteenToSixtyMinutes));
    private static readonly Step Change = new Step.Tick(Choices.TextOf(Texts, ChangeChoice.LessTedious));
    private static readonly Step Sure = new Step.Mark(Choices.TextOf(Texts, ConfidenceChoice.Guess));
    private static readonly Step Save = new Step.Press(Texts["CheckIn.Save"]);
    private static readonly Step NotNow = new Step.Press(Texts["CheckIn.NotNow"]);

    public static IReadOnlyList<CheckInPath> All { get; } =
    [
        new("Nothing to report", 1, CardGallery.CheckIn, [NothingToReport]),
        new("Nothing to report, in every fourth round", 2, CardGallery.FourthCheckIn, [NothingToReport, Save]),
        new("A full answer", 5, CardGallery.CheckIn, [Helped, Time, Change, Sure, Save]),
        new("A full answer, in every fourth round", 5, CardGallery.FourthCheckIn, [Helped, Time, Change, Sure, Save]),
        new("Skip", 2, CardGallery.CheckIn, [NotNow, new Step.Press(Texts["Skipped.Button"])]),
    ];

    public override string ToString() => Name;

    /// <summary>The card that comes when another has sent this.</summary>
    public Card Answer(string verb, JsonElement sent)
    {
        var data = new CardData(sent);
        return verb switch
        {
            CheckInCard.Verb when CheckInCard.Parse(data) is { } outcome && (CheckInCard.AsksMore(outcome) || Context.AsksObligation) => new CheckInDetailsCard(Context, outcome),
            CheckInCard.Verb when CheckInCard.Parse(data) is not null => new SavedCard(Context.Ticket, Context.Closes),
            CheckInDetailsCard.Verb when CheckInDetailsCard.Parse(data, Context) is CheckInSubmission.Full or CheckInSubmission.Brief => new SavedCard(Context.Ticket, Context.Closes),
            SkippedCard.Verb => new SkippedCard(Context.Ticket),
            _ => throw new InvalidOperationException($"{verb} was sent, which is none of this way's: {sent.GetRawText()}"),
        };
    }
}
