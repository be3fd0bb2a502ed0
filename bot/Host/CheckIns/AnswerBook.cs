using System.Security.Cryptography;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.CheckIns;

/// <summary>Seals answers and keeps them: one a person and round, the latest wins.</summary>
internal sealed class AnswerBook(IAnswerStore answers)
{
    public async Task<Card> KeepAsync(OpenCheckIn checkIn, Answer answer, CancellationToken ct)
    {
        var plain = AnswerCodec.Encode(answer, checkIn.Round.Tools);
        try
        {
            var outcome = await answers.SaveAsync(checkIn.Round.Id, checkIn.Key.Seal(checkIn.Participant, plain), ct);
            return outcome == AnswerOutcome.Kept
                ? new SavedCard(CheckInCards.TicketOf(checkIn), Moments.Of(checkIn.Round.ClosesAt, checkIn.Team.Settings.Zone))
                : new RoundOverCard(checkIn.Team.Name);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public async Task<Card> DeleteAsync(OpenCheckIn checkIn, CancellationToken ct) =>
        await answers.DeleteAsync(checkIn.Round.Id, checkIn.Participant, ct) == AnswerOutcome.Kept
            ? new AnswerDeletedCard(CheckInCards.TicketOf(checkIn))
            : new RoundOverCard(checkIn.Team.Name);
}
