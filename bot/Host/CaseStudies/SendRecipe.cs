using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CaseStudies;
using RetroBot.Host.Digests;

namespace RetroBot.Host.CaseStudies;

/// <summary>Sends a case study's recipe to whoever presses in the channel. Nothing of that is stored or logged; where it cannot be sent, the presser reads it in place of the digest.</summary>
internal sealed class SendRecipe(DigestDesk digests, ICaseStudyStore studies, RecipeDelivery delivery, DigestCards cards) : ICardAction
{
    public string Verb => StoryPress.RecipeVerb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        // The team is where the button was pressed, never what a card says.
        if (turn.Team is not { } team || StoryPress.Of(data) is not { } press) return new NotYoursCard();
        if (await digests.FindAsync(team, press.Round, ct) is not { } digest || !digest.Shows(press.Story)) return new RecipeGoneCard();
        if (await studies.FindAsync(new CaseStudyId(team, press.Story), ct) is not { Value: var study }) return await DigestAsync(StoryNotice.RecipeGone);

        return await delivery.SendAsync(turn, digest, study, ct) is { } why ? new RecipeHereCard(RecipeCards.Of(digest.Team, digest.Round, study), why) : await DigestAsync(StoryNotice.RecipeSent);

        Task<Card> DigestAsync(StoryNotice notice) => cards.OfAsync(digest.Team, digest.Round, new OwnView(notice), ct);
    }
}
