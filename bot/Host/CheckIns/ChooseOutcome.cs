using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>The first step: an outcome that asks no more is the answer.</summary>
internal sealed class ChooseOutcome(Invitations invitations, AnswerBook answers) : ICardAction
{
    public string Verb => CheckInCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, async checkIn => CheckInCard.Parse(data) switch
        {
            null => new CheckInCard(CheckInCards.ContextOf(checkIn)),
            { } outcome when CheckInCard.AsksMore(outcome) || checkIn.Round.AsksObligation => new CheckInDetailsCard(CheckInCards.ContextOf(checkIn), outcome),
            { } outcome => await answers.KeepAsync(checkIn, AnswerTerms.Of(outcome, obligation: null), ct),
        }, ct);
}
