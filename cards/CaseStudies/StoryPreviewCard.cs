using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>What the team will see, and what was taken out of it. The buttons carry the redacted story, since nothing of it is stored yet.</summary>
/// <param name="Story">Redacted.</param>
/// <param name="Signature">The name under it; null where it is not signed.</param>
/// <param name="Level">As its readers will see it at first.</param>
/// <param name="Draft">Random: what is published from one preview twice is published once.</param>
public sealed record StoryPreviewCard(StoryContext Context, WrittenStory Story, string? Signature, VerificationLevel Level, IReadOnlyList<LeftOut> LeftOut, string Draft) : Card
{
    /// <summary>Publishes it.</summary>
    public const string Verb = "story.publish";

    private const string DraftId = "draft";
    private const int LongestDraft = 100;
    private const string SignatureId = "signature";
    private const int LongestSignature = 1000;

    /// <returns>Null when the data holds none.</returns>
    public static string? DraftOf(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Text(DraftId, LongestDraft) is Field<string>.Given(var draft) ? draft : null;
    }

    /// <summary>The name under the story as the author saw it here. It is never published, only compared.</summary>
    /// <returns>Null when there was none.</returns>
    public static string? SignatureOf(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Text(SignatureId, LongestSignature) is Field<string>.Given(var signature) ? signature : null;
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Overline(texts.Value(Context.TeamName)));
        card.Body.Add(Elements.Heading(texts["Preview.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Preview.Text"]));
        card.Body.Add(Elements.Box(AdaptiveSpacing.Medium, StoryView.Whole(texts, Story, Signature, Level)));
        if (LeftOut.Count > 0)
        {
            card.Body.Add(Elements.Subheading(texts["Preview.LeftOut"]));
            foreach (var group in LeftOut.GroupBy(one => one.Reason, one => one.Original))
                card.Body.Add(Elements.Paragraph(texts.Format("Preview.Reason", Choices.TextOf(texts, group.Key), string.Join(texts["List.Separator"], group.Distinct(StringComparer.Ordinal)))));
        }

        card.Body.Add(Elements.Note(texts[Signature is null ? "Preview.Unsigned" : "Preview.Signed"]).Spaced(AdaptiveSpacing.Medium));
        card.Actions.Add(Elements.Primary(texts, texts["Preview.Publish"], Verb, Data([(DraftId, Draft), .. Signature is null ? Array.Empty<(string, string)>() : [(SignatureId, Signature)]])));
        card.Actions.Add(Elements.Button(texts, texts["Preview.Edit"], StoryFormCard.EditVerb, Data()));
        card.Actions.Add(Elements.Button(texts, texts["Story.Discard"], DiscardedCard.Verb, Context.Data()));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", texts["Preview.Title"], Story.Title);

    private Dictionary<string, string> Data(params IEnumerable<(string Id, string Value)> own)
    {
        var data = Context.Data();
        foreach (var (id, value) in PurposeCard.Accepted().Concat(own)) data.Add(id, value);
        foreach (var (id, value) in StoryFields.Of(Story)) data.Add(id, value);
        return data;
    }
}
