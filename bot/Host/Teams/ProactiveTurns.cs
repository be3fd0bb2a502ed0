using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Teams;

/// <summary>Turns that RetroBot begins itself, in a team's channel or in a member's own chat.</summary>
internal sealed class ProactiveTurns(RetroBotAdapter adapter, TeamsSettings settings)
{
    /// <summary>The official adapter asks for an id even where none is registered; the emulator's convention is an empty one.</summary>
    private string AppId => settings.SignedOnly ? settings.AppId : Guid.Empty.ToString();

    /// <summary>Runs <paramref name="work"/> in the team's channel.</summary>
    public Task InChannelAsync(Team team, BotCallbackHandler work, CancellationToken ct) =>
        adapter.ContinueConversationAsync(AppId, new ConversationReference
        {
            ChannelId = Channels.Msteams,
            ServiceUrl = team.ServiceUrl.AbsoluteUri,
            Bot = new ChannelAccount(team.Bot),
            Conversation = new ConversationAccount(isGroup: true, conversationType: "channel", id: team.Channel, tenantId: team.Id.Tenant.Value),
        }, Unprompted(work), ct);

    /// <summary>Runs <paramref name="work"/> in the person's own chat.</summary>
    /// <param name="conversation">Null to have the chat made; where there is one already, that is the one.</param>
    public Task InChatAsync(Team team, string channelAccount, string? conversation, BotCallbackHandler work, CancellationToken ct) =>
        conversation is null ? InNewChatAsync(team, channelAccount, work, ct) : adapter.ContinueConversationAsync(AppId, new ConversationReference
        {
            ChannelId = Channels.Msteams,
            ServiceUrl = team.ServiceUrl.AbsoluteUri,
            Bot = new ChannelAccount(team.Bot),
            Conversation = new ConversationAccount(isGroup: false, conversationType: "personal", id: conversation, tenantId: team.Id.Tenant.Value),
        }, Unprompted(work), ct);

    private Task InNewChatAsync(Team team, string channelAccount, BotCallbackHandler work, CancellationToken ct) =>
        adapter.CreateConversationAsync(AppId, Channels.Msteams, team.ServiceUrl.AbsoluteUri, audience: null, new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount(team.Bot),
            Members = [new ChannelAccount(channelAccount)],
            TenantId = team.Id.Tenant.Value,
        }, Unprompted(work), ct);

    /// <summary>The library gives a turn that nobody began an id of its own, and would send everything as a reply to it.</summary>
    private static BotCallbackHandler Unprompted(BotCallbackHandler work) => (turn, ct) =>
    {
        turn.Activity.Id = null;
        return work(turn, ct);
    };
}
