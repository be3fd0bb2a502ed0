using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>Publishes what the author has seen. It is looked through again, so that no forged press publishes what the form would refuse.</summary>
internal sealed class PublishStory(StoryDesk desk, ICaseStudyStore studies, VoteKeys keys, TimeProvider time) : ICardAction
{
    public string Verb => StoryPreviewCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        desk.ForAuthorAsync(turn, data, author => StoryCards.ForPassedAsync(data, author, passed => PublishAsync(author, passed, data, ct)), ct);

    private async Task<Card> PublishAsync(StoryAuthor author, StoryVerdict.Passed passed, CardData data, CancellationToken ct)
    {
        if (!StoryDraft.TryParse(StoryPreviewCard.DraftOf(data), out var draft)) return new NotYoursCard();
        var signature = author.SignatureUnder(passed.Story);
        // Somebody joined, the author's name is another now, or the card was changed: the author sees it before anyone else does.
        if (passed.LeftOut.Count > 0 || signature != StoryPreviewCard.SignatureOf(data)) return StoryCards.Preview(author, passed, draft);

        var id = new CaseStudyId(author.Team.Id, draft.Id);
        var quarter = Quarter.Of(time.GetUtcNow().ToInstant().InZone(author.Team.Settings.Zone).Date);
        var study = new CaseStudy(id, StoryTerms.Of(passed.Story), signature, quarter, WithdrawCode.HashOf(draft.WithdrawCode), Round: null, await keys.NewAsync(id, ct), Support.None);
        // A conflict means that it is published already: the receipt is the same.
        await studies.AddAsync(study, ct);
        return new PublishedCard(new StoryTicket(author.Team.Id.Value, draft.Id, draft.WithdrawCode, passed.Story.Title));
    }
}
