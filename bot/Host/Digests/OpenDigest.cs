using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;

namespace RetroBot.Host.Digests;

/// <summary>Shows a digest to whoever presses in its channel, perhaps with a question of how a case study went. Nothing is stored.</summary>
internal sealed class OpenDigest(DigestDesk digests, DigestCards cards) : ICardAction
{
    public string Verb => DigestPress.Verb;

    public async Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        turn.Team is { } id && DigestPress.Of(data) is { } press && await digests.FindAsync(id, press.Round, ct) is { } digest
            ? await cards.OfAsync(digest.Team, digest.Round, new OwnView(Notice: null, press.Tried), ct)
            : new NotYoursCard();
}
