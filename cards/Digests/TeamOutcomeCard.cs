using AdaptiveCards;
using RetroBot.Cards.Forms;

namespace RetroBot.Cards.Digests;

/// <summary>A lead says which outcome the team tracks, and its value since the last digest.</summary>
/// <param name="Entries">What was typed and what is wrong with it; null the first time.</param>
public sealed record TeamOutcomeCard(TeamOutcomeContext Context, FormEntries? Entries = null) : Card
{
    public const string Verb = "outcome.keep";

    private const string MetricId = "metric";
    private const string ValueId = "value";

    public static TeamOutcomeSubmission Parse(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var form = new FormReader(data);
        var chosen = data.Choice<MetricChoice>(MetricId);
        var metric = form.Required(MetricId, chosen, "TeamOutcome.MetricError");
        var (least, most, decimals) = chosen is Field<MetricChoice>.Given ? TrackedValue.RangeOf(metric) : (decimal.MinValue, decimal.MaxValue, 1);
        var value = form.Required(ValueId, data.DecimalNumber(ValueId, least, most, decimals), "TeamOutcome.ValueError");
        return form.HasErrors ? new TeamOutcomeSubmission.Incomplete(form.Entries) : new TeamOutcomeSubmission.Complete(new TrackedValue(metric, value));
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(Context.TeamName)));
        card.Body.Add(Elements.Heading(texts["TeamOutcome.Title"]));
        card.Body.Add(Elements.Paragraph(texts["TeamOutcome.Text"]));
        if (Context.Waiting is { } waiting) card.Body.Add(Elements.Note(Said("TeamOutcome.Waiting", waiting)));
        if (Context.Shown is { } shown) card.Body.Add(Elements.Note(Said("TeamOutcome.Shown", shown)));

        var form = new FormWriter(texts, Entries);
        var tracked = (Context.Waiting ?? Context.Shown)?.Metric is { } last ? Choices.NameOf(last) : null;
        card.Body.AddRange(form.ChoiceSet(MetricId, texts["TeamOutcome.Metric"], tracked, Choices.All<MetricChoice>(texts), FieldRule.Required("TeamOutcome.MetricError"), AdaptiveChoiceInputStyle.Expanded));
        card.Body.AddRange(form.Number(ValueId, texts["TeamOutcome.Value"], start: null, least: 0, (int)TrackedValue.MostDefects, FieldRule.Required("TeamOutcome.ValueError")));
        card.Body.Add(Elements.Note(texts["TeamOutcome.Direction"]));
        card.Body.Add(Elements.Note(texts["TeamOutcome.WhoReads"]));
        card.Actions.Add(Elements.Primary(texts, texts["TeamOutcome.Save"], Verb));

        string Said(string key, TrackedValue said) => texts.Format(key, Choices.TextOf(texts, said.Metric), said.Value);
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["TeamOutcome.Title"], texts["TeamOutcome.Text"]);
}
