using AdaptiveCards;
using RetroBot.Cards.Forms;

namespace RetroBot.Cards.CaseStudies;

/// <summary>Two questions before the form, so that nobody writes a story that is none.</summary>
/// <param name="Entries">What was chosen and what is missing; null the first time.</param>
public sealed record PurposeCard(StoryContext Context, FormEntries? Entries = null) : Card
{
    /// <summary>Shows this card.</summary>
    public const string OpenVerb = "story.open";

    /// <summary>Goes on to the form.</summary>
    public const string Verb = "story.begin";

    private const string ForWorkId = "forWork";
    private const string ForShowId = "forShow";

    public static Purpose Parse(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var form = new FormReader(data);
        var forWork = form.Required(ForWorkId, data.Choice<YesNoChoice>(ForWorkId), "Purpose.Error", FormReader.LongestChoice);
        var forShow = form.Required(ForShowId, data.Choice<YesNoChoice>(ForShowId), "Purpose.Error", FormReader.LongestChoice);
        if (form.HasErrors) return new Purpose.Incomplete(form.Entries);
        if (forWork == YesNoChoice.No) return new Purpose.Declined(DeclineReason.NotForWork);
        return forShow == YesNoChoice.Yes ? new Purpose.Declined(DeclineReason.ForShow) : new Purpose.Accepted();
    }

    /// <summary>Leads here from the card that follows a check-in.</summary>
    internal static AdaptiveExecuteAction OpenButton(Texts texts, string team) => Elements.Button(texts, texts["Purpose.Button"], OpenVerb, StoryContext.DataOf(team));

    /// <summary>The answers that lead on, as later cards carry them.</summary>
    internal static IEnumerable<(string Id, string Value)> Accepted() => [(ForWorkId, Choices.NameOf(YesNoChoice.Yes)), (ForShowId, Choices.NameOf(YesNoChoice.No))];

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        var form = new FormWriter(texts, Entries);
        card.Body.Add(Elements.Overline(texts.Value(Context.TeamName)));
        card.Body.Add(Elements.Heading(texts["Purpose.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Purpose.Text"]));
        card.Body.AddRange(Question(ForWorkId, "Purpose.ForWork"));
        card.Body.AddRange(Question(ForShowId, "Purpose.ForShow"));
        card.Actions.Add(Elements.Primary(texts, texts["Purpose.Continue"], Verb, Context.Data()));

        IEnumerable<AdaptiveElement> Question(string id, string label) =>
            form.ChoiceSet(id, texts[label], start: null, Choices.All<YesNoChoice>(texts), FieldRule.Required("Purpose.Error"), AdaptiveChoiceInputStyle.Expanded);
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Purpose.Title"], texts["Purpose.Text"]);
}
