using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

internal sealed class DeleteAnswer(Invitations invitations, AnswerBook answers) : ICardAction
{
    public string Verb => AnswerDeletedCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptAsync(turn, data, checkIn => answers.DeleteAsync(checkIn, ct), ct);
}
