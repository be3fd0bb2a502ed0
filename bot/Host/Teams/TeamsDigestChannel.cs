using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;
using RetroBot.Core;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Digests;

namespace RetroBot.Host.Teams;

/// <summary>Posts digests to a team's channel.</summary>
internal sealed class TeamsDigestChannel(ProactiveTurns turns, DigestCards cards) : IDigestChannel
{
    public async Task<string?> AnnounceAsync(Team team, Round round, CancellationToken ct)
    {
        string? post = null;
        var taken = await SayAsync(team, round, RequestKind.Send, async (turn, token) =>
            post = (await turn.SendActivityAsync(CardMessage.Of(DigestCards.Notice(round), TeamCulture.Of(team)), token)).Id, ct);
        if (!taken) return null;
        return post ?? throw new ChannelUnavailableException("Teams took the notice but gave it no id.");
    }

    public async Task<PostOutcome> PublishAsync(Team team, Round round, CancellationToken ct)
    {
        var digest = CardMessage.Of(await cards.OfAsync(team, round, own: null, ct), TeamCulture.Of(team));
        var taken = await SayAsync(team, round, RequestKind.Other, async (turn, token) =>
        {
            digest.Id = round.Post;
            await turn.UpdateActivityAsync(digest, token);
        }, ct);
        // A new notice tells whether it is the old one that is gone, or the channel.
        return taken ? PostOutcome.Stands : PostOutcome.NoticeGone;
    }

    public Task WithdrawAsync(Team team, string post, CancellationToken ct) =>
        SayAsync(team, round: null, RequestKind.Other, (turn, token) => turn.DeleteActivityAsync(post, token), ct);

    /// <returns>False when what was to be reached is not there any more.</returns>
    private async Task<bool> SayAsync(Team team, Round? round, RequestKind kind, BotCallbackHandler say, CancellationToken ct)
    {
        try
        {
            await turns.InChannelAsync(team, kind, say, ct);
            return true;
        }
        catch (ErrorResponseException gone) when (SendErrors.MeaningOf(Refusal.Of(gone, Instant.MinValue)) is SendMeaning.ChatGone or SendMeaning.Unreachable or SendMeaning.NotInstalled)
        {
            return false;
        }
        catch (Exception refused) when (ChannelFaults.Include(refused, ct))
        {
            throw new ChannelUnavailableException($"Teams did not take the digest of round {round?.Id.Name}.", refused);
        }
    }
}
