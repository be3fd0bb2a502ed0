using RetroBot.Cards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Host.CheckIns;

/// <summary>The second step: the answer is complete, or comes back with what is missing.</summary>
internal sealed class SaveCheckIn(Invitations invitations, AnswerBook answers) : ICardAction
{
    public string Verb => CheckInDetailsCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        invitations.AcceptToSaveAsync(turn, data, checkIn => CheckInDetailsCard.Parse(data, CheckInCards.ContextOf(checkIn)) switch
        {
            CheckInSubmission.Brief(var outcome, var obligation) => answers.KeepAsync(checkIn, AnswerTerms.Of(outcome, obligation), ct),
            CheckInSubmission.Full full => answers.KeepAsync(checkIn, AnswerTerms.Of(full), ct),
            var unfinished => invitations.AcceptAsync(turn, data, open => Task.FromResult(Form(unfinished, CheckInCards.ContextOf(open))), ct),
        }, ct);

    private static Card Form(CheckInSubmission? unfinished, CheckInContext context) => unfinished is CheckInSubmission.Incomplete(var outcome, var entries)
        ? new CheckInDetailsCard(context, outcome, entries)
        : new CheckInCard(context);
}
