using AdaptiveCards;
using RetroBot.Cards.Forms;

namespace RetroBot.Cards.Rounds;

/// <summary>The tools that a team is asked about, and those that it does without for now. A lead leaves one out, or takes one back.</summary>
/// <param name="Entries">What was typed and what is wrong with it; null the first time.</param>
/// <param name="Offered">The tool that has just been taken back; null where none has.</param>
public sealed record ToolsCard(ToolsContext Context, FormEntries? Entries = null, string? Offered = null) : Card
{
    /// <summary>Leaves a tool out.</summary>
    public const string Verb = "tools.leave-out";

    public const string OpenVerb = "tools.open";

    /// <summary>Offers a tool again.</summary>
    public const string OfferVerb = "tools.offer";

    private const string ToolId = "tool";
    private const string GroundId = "ground";
    private const string ReasonId = "reason";
    private const string ReviewId = "review";
    private const int LongestTool = 100;

    /// <param name="context">As on the card: tools and days are checked against it.</param>
    public static ToolsSubmission Parse(CardData data, ToolsContext context)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);

        var form = new FormReader(data);
        var tool = form.Required(ToolId, data.Text(ToolId, FormReader.LongestChoice).Then(name => context.Tools.Contains(name, StringComparer.Ordinal) ? name : null), "Tools.ToolError");
        var ground = form.Required(GroundId, data.Choice<GroundChoice>(GroundId), "Tools.GroundError");
        var reason = form.Optional(ReasonId, data.Text(ReasonId, ToolLeftOut.LongestReason), "Tools.ReasonError");
        var review = form.Required(ReviewId, data.Date(ReviewId).Then(day => day >= context.First && day <= context.Last ? day : (DateOnly?)null), "Tools.ReviewError");
        return form.HasErrors ? new ToolsSubmission.Incomplete(form.Entries) : new ToolsSubmission.Complete(new ToolLeftOut(tool!, ground, reason, review));
    }

    /// <summary>What was typed, with the reason marked: nothing of it can be shown, or it is too long with what was taken out.</summary>
    public static FormEntries RefuseReason(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var form = new FormReader(data);
        foreach (var id in (string[])[ToolId, GroundId, ReasonId, ReviewId]) form.Required(id, data.Text(id, ToolLeftOut.LongestReason), "Tools.ReasonError");
        form.Refuse(ReasonId, "Tools.ReasonError");
        return form.Entries;
    }

    /// <summary>The tool that is to be offered again.</summary>
    /// <returns>Null when the data names none.</returns>
    public static string? ToolOf(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Text(ToolId, LongestTool) is Field<string>.Given(var tool) ? tool : null;
    }

    /// <summary>The button that offers a tool again.</summary>
    internal static AdaptiveAction OfferAgain(Texts texts, string tool) =>
        Elements.ButtonWithoutInputs(texts, texts["Tools.OfferAgain"], OfferVerb, new Dictionary<string, string>(StringComparer.Ordinal) { [ToolId] = tool });

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(Context.TeamName)));
        card.Body.Add(Elements.Heading(texts["Tools.Title"]));
        if (Offered is not null) card.Body.Add(Elements.Box(AdaptiveSpacing.Medium, AdaptiveContainerStyle.Good, Elements.Paragraph(texts.Format("Tools.Offered", Offered))));
        card.Body.Add(Elements.Paragraph(Text(texts)));
        foreach (var leftOut in Context.LeftOut)
        {
            card.Body.Add(Elements.Box(AdaptiveSpacing.Medium,
            [
                Elements.Subheading(texts.Format("Tools.LeftOut", leftOut.Tool)),
                Elements.Paragraph(Choices.TextOf(texts, leftOut.Ground)),
                .. leftOut.Reason is { } reason ? [Elements.Paragraph(texts.Value(reason))] : Array.Empty<AdaptiveElement>(),
                Elements.Note(texts.Format("Tools.LookedAt", leftOut.Review)),
                new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [OfferAgain(texts, leftOut.Tool)] },
            ]));
        }
        if (Context.Tools.Count == 0) return;

        var form = new FormWriter(texts, Entries);
        card.Body.AddRange(form.ChoiceSet(ToolId, texts["Tools.Tool"], start: null, Context.Tools.Select(tool => new AdaptiveChoice { Title = tool, Value = tool }), FieldRule.Required("Tools.ToolError")));
        card.Body.AddRange(form.ChoiceSet(GroundId, texts["Tools.Ground"], start: null, Choices.All<GroundChoice>(texts), FieldRule.Required("Tools.GroundError")));
        card.Body.AddRange(form.Line(ReasonId, texts["Tools.Reason"], texts["Tools.ReasonExample"], ToolLeftOut.LongestReason, FieldRule.Optional("Tools.ReasonError")));
        card.Body.AddRange(form.Date(ReviewId, texts["Tools.Review"], Context.First, Context.Last, FieldRule.Required("Tools.ReviewError")));
        card.Body.Add(Elements.Note(texts["Tools.Told"]));
        card.Actions.Add(Elements.Primary(texts, texts["Tools.Save"], Verb));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Tools.Title"], Text(texts));

    private string Text(Texts texts) =>
        Context.Tools.Count == 0 ? texts["Tools.None"] : texts.Format("Tools.Text", string.Join(texts["List.Separator"], Context.Tools));
}
