using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;

namespace RetroBot.Host.CheckIns;

/// <summary>A button of a check-in card was pressed by the person the card was sent to, while its round is open.</summary>
/// <param name="Key">Lent for as long as the press is dealt with.</param>
internal sealed record OpenCheckIn(Turn Turn, Team Team, Round Round, RoundKey Key)
{
    public ParticipantKey Participant => Key.ParticipantOf(Turn.User);
}
