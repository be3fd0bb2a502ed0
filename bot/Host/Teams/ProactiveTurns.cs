using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Turns that RetroBot begins itself, in a team's channel or in a member's own chat. Each makes one request.</summary>
internal sealed class ProactiveTurns(RetroBotAdapter adapter, TeamsSettings settings, ChannelPace pace)
{
    /// <summary>The official adapter asks for an id even where none is registered; the emulator's convention is an empty one.</summary>
    private string AppId => settings.SignedOnly ? settings.AppId : Guid.Empty.ToString();

    /// <summary>Runs <paramref name="work"/>, which makes one request, in the team's channel, when it is its turn.</summary>
    /// <exception cref="ChannelBusyException">Nothing is asked of the channel now.</exception>
    public async Task InChannelAsync(Team team, RequestKind kind, BotCallbackHandler work, CancellationToken ct)
    {
        await pace.TurnAsync(team.Id.Tenant, ct);
        var channel = new ConversationAccount(isGroup: true, conversationType: "channel", id: team.Channel, tenantId: team.Id.Tenant.Value);
        // A post is changed when somebody withdraws a case study or votes on it.
        await ContinueAsync(team.ServiceUrl, team.Bot, channel, new ChannelRequest(team.Id.Tenant, team.ServiceUrl, team.Channel, kind) { IsCounted = kind != RequestKind.Other }, work, ct);
    }

    /// <summary>Has a person's own chat made. Where there is one already, that is the one. The caller has waited for its turn.</summary>
    /// <param name="isCounted">As in <see cref="ChannelRequest.IsCounted"/>.</param>
    /// <returns>The chat's id.</returns>
    /// <exception cref="ChannelBusyException">Nothing is asked of the channel now.</exception>
    public async Task<string> MakeChatAsync(Team team, string channelAccount, bool isCounted, CancellationToken ct)
    {
        var made = "";
        await new ChannelRequest(team.Id.Tenant, team.ServiceUrl, conversation: null, RequestKind.Other) { IsCounted = isCounted }.MakeAsync(() =>
            adapter.CreateConversationAsync(AppId, Channels.Msteams, team.ServiceUrl.AbsoluteUri, audience: null, new ConversationParameters
            {
                IsGroup = false,
                Bot = new ChannelAccount(team.Bot),
                Members = [new ChannelAccount(channelAccount)],
                TenantId = team.Id.Tenant.Value,
            }, (turn, _) =>
            {
                made = turn.Activity.Conversation.Id;
                return Task.CompletedTask;
            }, ct), ct);
        return made;
    }

    /// <summary>Runs <paramref name="work"/>, which sends one message, in a person's own chat. The caller has waited for its turn.</summary>
    /// <exception cref="ChannelBusyException">Nothing is asked of the channel now.</exception>
    public Task InChatAsync(Team team, string conversation, ChannelRequest request, BotCallbackHandler work, CancellationToken ct) =>
        InChatAsync(new PersonalChat(team.Id.Tenant, team.ServiceUrl, team.Bot, conversation), request, work, ct);

    /// <summary>The same where the chat itself is known, and no team.</summary>
    /// <exception cref="ChannelBusyException">Nothing is asked of the channel now.</exception>
    public Task InChatAsync(PersonalChat chat, ChannelRequest request, BotCallbackHandler work, CancellationToken ct) =>
        ContinueAsync(chat.ServiceUrl, chat.Bot, new ConversationAccount(isGroup: false, conversationType: "personal", id: chat.Conversation, tenantId: chat.Tenant.Value), request, work, ct);

    private Task ContinueAsync(Uri serviceUrl, string bot, ConversationAccount conversation, ChannelRequest request, BotCallbackHandler work, CancellationToken ct)
    {
        var reference = new ConversationReference { ChannelId = Channels.Msteams, ServiceUrl = serviceUrl.AbsoluteUri, Bot = new ChannelAccount(bot), Conversation = conversation };
        return request.MakeAsync(() => adapter.ContinueConversationAsync(AppId, reference, (turn, token) =>
        {
            // The library gives a turn that nobody began an id of its own, and would send everything as a reply to it.
            turn.Activity.Id = null;
            return work(turn, token);
        }, ct), ct);
    }
}
