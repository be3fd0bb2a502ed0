using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>The first step: an outcome that asks no more is the answer.</summary>
internal sealed class ChooseOutcome(Invitations invitations, AnswerBook answers) : ICardAction
{
    public string Verb => CheckInCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct)
    {
        return CheckInCard.Parse(data) switch
        {
            null => ShowAsync(context => new CheckInCard(context)),
            { } outcome when CheckInCard.AsksMore(outcome) => ShowAsync(context => new CheckInDetailsCard(context, outcome)),
            { } outcome => invitations.AcceptToSaveAsync(turn, data, checkIn => checkIn.Round.AsksObligation
                ? ShowAsync(context => new CheckInDetailsCard(context, outcome))
                : answers.KeepAsync(checkIn, AnswerTerms.Of(outcome, obligation: null), ct), ct),
        };

        Task<Card> ShowAsync(Func<CheckInContext, Card> form) => invitations.AcceptAsync(turn, data, checkIn => Task.FromResult(form(CheckInCards.ContextOf(checkIn))), ct);
    }
}
