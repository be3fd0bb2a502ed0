using Microsoft.Bot.Builder;
using RetroBot.Core;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.Digests;

namespace RetroBot.Host.Teams;

/// <summary>Posts digests to a team's channel.</summary>
internal sealed class TeamsDigestChannel(ProactiveTurns turns) : IDigestChannel
{
    public async Task<string> AnnounceAsync(Team team, Round round, CancellationToken ct)
    {
        string? post = null;
        await SayAsync(team, async (turn, token) =>
            post = (await turn.SendActivityAsync(CardMessage.Of(DigestCards.Notice(round), TeamCulture.Of(team)), token)).Id, ct);
        return post ?? throw new ChannelUnavailableException("Teams took the notice but gave it no id.");
    }

    public Task PublishAsync(Team team, Round round, CancellationToken ct) =>
        SayAsync(team, async (turn, token) =>
        {
            var digest = CardMessage.Of(DigestCards.Of(team, round), TeamCulture.Of(team));
            digest.Id = round.Post;
            await turn.UpdateActivityAsync(digest, token);
        }, ct);

    private async Task SayAsync(Team team, BotCallbackHandler say, CancellationToken ct)
    {
        try
        {
            await turns.InChannelAsync(team, say, ct);
        }
        catch (Exception refused) when (ChannelFaults.Include(refused, ct))
        {
            throw new ChannelUnavailableException($"Teams did not take the digest of round {team.Latest}.", refused);
        }
    }
}
