using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>The second step: the answer is complete, or comes back with what is missing.</summary>
internal sealed class SaveCheckIn(Invitations invitations, AnswerBook answers) : ICardAction
{
    public string Verb => CheckInDetailsCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, async checkIn =>
        {
            var context = CheckInCards.ContextOf(checkIn);
            return CheckInDetailsCard.Parse(data, context) switch
            {
                CheckInSubmission.Incomplete(var outcome, var entries) => new CheckInDetailsCard(context, outcome, entries),
                CheckInSubmission.Brief(var outcome, var obligation) => await answers.KeepAsync(checkIn, AnswerTerms.Of(outcome, obligation), ct),
                CheckInSubmission.Full full => await answers.KeepAsync(checkIn, AnswerTerms.Of(full), ct),
                _ => new CheckInCard(context),
            };
        }, ct);
}
