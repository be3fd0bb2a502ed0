using RetroBot.Cards;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Deliveries;
using RetroBot.Core.Rounds;
using RetroBot.Host.Diagnosis;

namespace RetroBot.Host.Teams;

/// <summary>Sends a test card, the way of all cards.</summary>
internal sealed class TeamsTestSender(AskedCards cards) : ITestSender
{
    public Task<SendResult> SendAsync(Team team, string channelAccount, string? conversation, string? language, CancellationToken ct) =>
        cards.SendAsync(team, channelAccount, conversation, () => CardMessage.Of(new TestCard(team.Name), Languages.Nearest(language ?? team.Culture).Culture), ct);
}
