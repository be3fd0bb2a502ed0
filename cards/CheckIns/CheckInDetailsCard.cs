using AdaptiveCards;
using RetroBot.Cards.Forms;

namespace RetroBot.Cards.CheckIns;

/// <summary>
/// Step 2, in place of step 1: three questions beside the first, and the tool. In every fourth round one more, which the outcomes that otherwise end at step 1 get alone.
/// </summary>
/// <param name="Entries">What was typed and what is wrong with it; null the first time.</param>
public sealed record CheckInDetailsCard(CheckInContext Context, OutcomeChoice Outcome, FormEntries? Entries = null) : Card
{
    public const string Verb = "check-in.save";

    private const string TimeId = "time";
    private const string ChangesId = "changes";
    private const string ConfidenceId = "confidence";
    private const string ToolId = "tool";
    private const string ObligationId = "obligation";
    private const int LongestTool = 100;

    /// <param name="context">Of the open round; the card's own data is not believed.</param>
    public static CheckInSubmission Parse(CardData data, CheckInContext context)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        if (CheckInCard.Parse(data) is not { } outcome) return new CheckInSubmission.Unreadable();

        var form = new FormReader(data);
        ObligationChoice? obligation = context.AsksObligation ? form.OptionalChoice(ObligationId, data.Choice<ObligationChoice>(ObligationId), "CheckIn.ObligationError") : null;
        if (!CheckInCard.AsksMore(outcome))
            return form.HasErrors ? new CheckInSubmission.Incomplete(outcome, form.Entries) : new CheckInSubmission.Brief(outcome, obligation);

        var time = form.Required(TimeId, data.Choice<TimeChoice>(TimeId), "CheckIn.TimeError");
        var changes = form.Required(ChangesId, data.ChoicesOf<ChangeChoice>(ChangesId), "CheckIn.ChangesError");
        var confidence = form.Required(ConfidenceId, data.Choice<ConfidenceChoice>(ConfidenceId), "CheckIn.ConfidenceError");
        var tool = form.Optional(ToolId, data.Text(ToolId, LongestTool).Then(name => context.Tools.Contains(name, StringComparer.Ordinal) ? name : null), "CheckIn.ToolError");
        return form.HasErrors
            ? new CheckInSubmission.Incomplete(outcome, form.Entries)
            : new CheckInSubmission.Full(outcome, time, changes ?? [], confidence, tool, obligation);
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        var form = new FormWriter(texts, Entries);
        card.Body.Add(Elements.Overline(Context.Overline(texts)));
        card.Body.Add(Elements.Heading(Choices.TextOf(texts, Outcome)));
        if (CheckInCard.AsksMore(Outcome)) card.Body.AddRange(Questions(texts, form));
        if (Context.AsksObligation)
        {
            card.Body.AddRange(form.ChoiceSet(ObligationId, texts["CheckIn.Obligation"], start: null, Choices.All<ObligationChoice>(texts), FieldRule.Optional("CheckIn.ObligationError")));
            card.Body.Add(Elements.Note(texts["CheckIn.ObligationNote"]));
        }

        card.Actions.Add(Elements.Primary(texts, texts["CheckIn.Save"], Verb, CheckInCard.DataOf(Context.Ticket, Outcome)));
        card.Actions.Add(Elements.ButtonWithoutInputs(texts, texts["CheckIn.Back"], CheckInCard.OpenVerb, Context.Ticket.Data()));
    }

    private protected override string Summarize(Texts texts) => texts.Format("CheckIn.DetailsSummary", Context.TeamName);

    // What must be answered stands open: a list that unfolds takes two taps where this takes one.
    private IEnumerable<AdaptiveElement> Questions(Texts texts, FormWriter form)
    {
        IEnumerable<AdaptiveElement> required =
        [
            .. form.ChoiceSet(TimeId, texts["CheckIn.Time"], start: null, Choices.All<TimeChoice>(texts), FieldRule.Required("CheckIn.TimeError"), AdaptiveChoiceInputStyle.Expanded),
            .. form.ChoiceSet(ChangesId, texts["CheckIn.Changes"], start: null, Choices.All<ChangeChoice>(texts), FieldRule.Required("CheckIn.ChangesError"), AdaptiveChoiceInputStyle.Expanded, several: true),
            .. form.ChoiceSet(ConfidenceId, texts["CheckIn.Confidence"], start: null, Choices.All<ConfidenceChoice>(texts), FieldRule.Required("CheckIn.ConfidenceError"), AdaptiveChoiceInputStyle.Expanded),
        ];
        if (Context.Tools.Count == 0) return required;

        var tools = Context.Tools.Select(tool => new AdaptiveChoice { Title = tool, Value = tool });
        return required.Concat(form.ChoiceSet(ToolId, texts["CheckIn.Tool"], start: null, tools, FieldRule.Optional("CheckIn.ToolError")));
    }
}
