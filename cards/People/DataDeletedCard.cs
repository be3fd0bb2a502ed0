using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <summary>The receipt of a deletion: the kinds of things that were deleted, and no name.</summary>
/// <param name="StaysUnasked">Whether the note that the person paused or stopped was kept, as they wished.</param>
/// <param name="StaysLead">Whether some team would have been left without a lead.</param>
public sealed record DataDeletedCard(IReadOnlyList<DeletedThing> Deleted, bool StaysUnasked, bool StaysLead) : Card
{
    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        card.Body.Add(Elements.Heading(Title(texts)));
        card.Body.Add(Deleted.Count == 0 ? Elements.Paragraph(texts["DataDeleted.NothingText"]) : Elements.List(texts["List.Mark"], Deleted.Select(thing => Choices.TextOf(texts, thing))));
        if (Deleted.Contains(DeletedThing.Asking)) card.Body.Add(Elements.Note(texts["DataDeleted.AskedAgain"]));
        if (StaysUnasked) card.Body.Add(Elements.Note(texts["DataDeleted.Unasked"]));
        if (StaysLead) card.Body.Add(Elements.Note(texts["DataDeleted.StillLead"]));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Notice.Summary", Title(texts), texts["DataDeleted.Summary"]);

    private string Title(Texts texts) => texts[Deleted.Count == 0 ? "DataDeleted.Nothing" : "DataDeleted.Title"];
}
