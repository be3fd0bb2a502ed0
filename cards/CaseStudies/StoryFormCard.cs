using AdaptiveCards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Forms;

namespace RetroBot.Cards.CaseStudies;

/// <summary>Where an author tells a story. What others need most comes first; the rest unfolds.</summary>
/// <param name="Entries">What was typed and what is wrong with it; null the first time.</param>
public sealed record StoryFormCard(StoryContext Context, FormEntries? Entries = null) : Card
{
    /// <summary>Goes on to the preview.</summary>
    public const string Verb = "story.preview";

    /// <summary>Comes back from the preview.</summary>
    public const string EditVerb = "story.edit";

    private const string MoreId = "more";

    /// <summary>Characters of what was typed too long that are shown again. Clients stop at the limit; whatever comes is kept within the card's size.</summary>
    private const int LongestTyped = 500;

    private static readonly string[] Unfolded =
        [StoryFields.UsualWay, StoryFields.HumanCheck, StoryFields.NotWhen, StoryFields.Tool, StoryFields.Discovery, StoryFields.Evidence, StoryFields.Confidence];

    /// <param name="context">As on the card: the tool is checked against it.</param>
    public static StorySubmission Parse(CardData data, StoryContext context)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        if (PurposeCard.Parse(data) is var purpose and not Purpose.Accepted) return new StorySubmission.Declined(purpose);

        var form = new FormReader(data);
        var title = form.Required(StoryFields.Title, data.Text(StoryFields.Title, WrittenStory.LongestTitle), "Story.TitleError", 2 * WrittenStory.LongestTitle);
        var area = form.Required(StoryFields.Area, data.Choice<AreaChoice>(StoryFields.Area), "Story.AreaError", FormReader.LongestChoice);
        var aiRole = Text(StoryFields.AiRole);
        var changes = form.Required(StoryFields.Changes, data.ChoicesOf<ChangeChoice>(StoryFields.Changes), "Story.ChangesError", FormReader.LongestChoice);
        var howToTry = form.Required(StoryFields.HowToTry, data.Text(StoryFields.HowToTry, WrittenStory.LongestText), "Story.HowToTryError", LongestTyped);
        var usualWay = Text(StoryFields.UsualWay);
        var humanCheck = Text(StoryFields.HumanCheck);
        var notWhen = Text(StoryFields.NotWhen);
        var tool = form.Optional(
            StoryFields.Tool, data.Text(StoryFields.Tool, FormReader.LongestChoice).Then(name => context.Tools.Contains(name, StringComparer.Ordinal) ? name : null), "Story.ToolError", FormReader.LongestChoice);
        var discovery = form.OptionalChoice(StoryFields.Discovery, data.Choice<DiscoveryChoice>(StoryFields.Discovery), "Story.DiscoveryError", FormReader.LongestChoice);
        var evidence = form.Optional(StoryFields.Evidence, data.Text(StoryFields.Evidence, WrittenStory.LongestEvidence).Then(link => link.StartsWith("https://", StringComparison.Ordinal) ? link : null), "Story.EvidenceError", 2 * WrittenStory.LongestEvidence);
        var confidence = form.OptionalChoice(StoryFields.Confidence, data.Choice<ConfidenceChoice>(StoryFields.Confidence), "Story.ConfidenceError", FormReader.LongestChoice);
        var withName = form.Ticked(StoryFields.WithName);
        return form.HasErrors
            ? new StorySubmission.Incomplete(form.Entries)
            : new StorySubmission.Complete(new WrittenStory(title!, usualWay, aiRole, humanCheck, changes!, notWhen, howToTry!, tool, area, discovery, evidence, confidence, withName));

        string? Text(string id) => form.Optional(id, data.Text(id, WrittenStory.LongestText), "Story.TextError", LongestTyped);
    }

    /// <summary>The form filled with a story, and what the receiver finds wrong with it.</summary>
    public static FormEntries EntriesOf(WrittenStory story, params IEnumerable<StoryProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new FormEntries(StoryFields.Of(story), problems.ToDictionary(FieldOf, problem => $"{nameof(StoryProblem)}.{problem}", StringComparer.Ordinal));
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        var form = new FormWriter(texts, Entries);
        card.Body.Add(Elements.Overline(texts.Value(Context.TeamName)));
        card.Body.Add(Elements.Heading(texts["Story.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Story.Text"]));
        card.Body.AddRange(form.Line(StoryFields.Title, texts["Story.TitleLabel"], texts["Story.TitleExample"], WrittenStory.LongestTitle, FieldRule.Required("Story.TitleError")));
        card.Body.AddRange(form.ChoiceSet(StoryFields.Area, texts["Story.Area"], start: null, Choices.All<AreaChoice>(texts), FieldRule.Required("Story.AreaError")));
        card.Body.AddRange(Long(StoryFields.AiRole, "Story.AiRole"));
        card.Body.AddRange(form.ChoiceSet(
            StoryFields.Changes, texts["Story.Changes"], start: null, Choices.All<ChangeChoice>(texts), FieldRule.Required("Story.ChangesError"), AdaptiveChoiceInputStyle.Expanded, several: true));
        card.Body.AddRange(form.Text(StoryFields.HowToTry, texts["Story.HowToTry"], start: null, texts["Story.HowToTryExample"], WrittenStory.LongestText, FieldRule.Required("Story.HowToTryError")));
        card.Body.Add(new AdaptiveActionSet { Actions = [new AdaptiveToggleVisibilityAction { Title = texts["Story.More"], TargetElements = [MoreId] }] });
        card.Body.Add(new AdaptiveContainer { Id = MoreId, IsVisible = Unfolded.Any(IsFilled), Items = [.. More()] });
        card.Body.AddRange(form.Box(StoryFields.WithName, texts["Story.Sign"], texts["Story.SignTick"]));
        card.Body.Add(Elements.Note(texts["Story.SignNote"]));

        var data = Context.Data();
        foreach (var (id, value) in PurposeCard.Accepted()) data.Add(id, value);
        card.Actions.Add(Elements.Primary(texts, texts["Story.Preview"], Verb, data));
        card.Actions.Add(Elements.ButtonWithoutInputs(texts, texts["Story.Discard"], DiscardedCard.Verb, Context.Data()));

        IEnumerable<AdaptiveElement> More() =>
        [
            .. Long(StoryFields.UsualWay, "Story.UsualWay"),
            .. Long(StoryFields.HumanCheck, "Story.HumanCheck"),
            .. Long(StoryFields.NotWhen, "Story.NotWhen"),
            .. Context.Tools.Count == 0 ? [] : form.ChoiceSet(StoryFields.Tool, texts["Story.Tool"], start: null, Context.Tools.Select(tool => new AdaptiveChoice { Title = tool, Value = tool }), FieldRule.Optional("Story.ToolError")),
            .. form.ChoiceSet(StoryFields.Discovery, texts["Story.Discovery"], start: null, Choices.All<DiscoveryChoice>(texts), FieldRule.Optional("Story.DiscoveryError")),
            .. form.ChoiceSet(StoryFields.Confidence, texts["Story.Confidence"], start: null, Choices.All<ConfidenceChoice>(texts), FieldRule.Optional("Story.ConfidenceError")),
            .. form.Line(StoryFields.Evidence, texts["Story.Evidence"], texts["Story.EvidenceExample"], WrittenStory.LongestEvidence, FieldRule.Optional("Story.EvidenceError")),
        ];

        IEnumerable<AdaptiveElement> Long(string id, string label) => form.Text(id, texts[label], start: null, placeholder: null, WrittenStory.LongestText, FieldRule.Optional("Story.TextError"));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Story.Title"], texts["Story.Text"]);

    private bool IsFilled(string id) => Entries is { } entries && (!string.IsNullOrEmpty(entries.Typed.GetValueOrDefault(id)) || entries.Errors.ContainsKey(id));

    private static string FieldOf(StoryProblem problem) => problem switch
    {
        StoryProblem.Title => StoryFields.Title,
        StoryProblem.UsualWay => StoryFields.UsualWay,
        StoryProblem.AiRole => StoryFields.AiRole,
        StoryProblem.HumanCheck => StoryFields.HumanCheck,
        StoryProblem.NotWhen => StoryFields.NotWhen,
        StoryProblem.HowToTry => StoryFields.HowToTry,
        StoryProblem.Evidence => StoryFields.Evidence,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };
}
