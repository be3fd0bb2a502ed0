using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Turns that RetroBot begins itself, in a team's channel or in a member's own chat. Each request in them is one that the pace allows.</summary>
internal sealed class ProactiveTurns(RetroBotAdapter adapter, TeamsSettings settings, ChannelPace pace, TimeProvider time)
{
    /// <summary>The official adapter asks for an id even where none is registered; the emulator's convention is an empty one.</summary>
    private string AppId => settings.SignedOnly ? settings.AppId : Guid.Empty.ToString();

    /// <summary>Runs <paramref name="work"/>, which makes one request, in the team's channel.</summary>
    /// <exception cref="ChannelBusyException">Nothing is asked of the channel now.</exception>
    public Task InChannelAsync(Team team, RequestKind kind, BotCallbackHandler work, CancellationToken ct) =>
        ContinueAsync(team, new ConversationAccount(isGroup: true, conversationType: "channel", id: team.Channel, tenantId: team.Id.Tenant.Value), kind, work, ct);

    /// <summary>Runs <paramref name="work"/>, which sends one message, in the person's own chat.</summary>
    /// <param name="conversation">Null to have the chat made; where there is one already, that is the one.</param>
    /// <exception cref="ChannelBusyException">Nothing is asked of the channel now.</exception>
    public Task InChatAsync(Team team, string channelAccount, string? conversation, BotCallbackHandler work, CancellationToken ct) => conversation is null
        ? InNewChatAsync(team, channelAccount, work, ct)
        : ContinueAsync(team, new ConversationAccount(isGroup: false, conversationType: "personal", id: conversation, tenantId: team.Id.Tenant.Value), RequestKind.Send, work, ct);

    private Task ContinueAsync(Team team, ConversationAccount conversation, RequestKind kind, BotCallbackHandler work, CancellationToken ct)
    {
        var reference = new ConversationReference { ChannelId = Channels.Msteams, ServiceUrl = team.ServiceUrl.AbsoluteUri, Bot = new ChannelAccount(team.Bot), Conversation = conversation };
        return HeedAsync(team.Id.Tenant, () => adapter.ContinueConversationAsync(AppId, reference, Paced(team, kind, work), ct));
    }

    private async Task InNewChatAsync(Team team, string channelAccount, BotCallbackHandler work, CancellationToken ct)
    {
        await pace.WaitAsync(team.Id.Tenant, conversation: null, RequestKind.Other, ct);
        await HeedAsync(team.Id.Tenant, () => adapter.CreateConversationAsync(AppId, Channels.Msteams, team.ServiceUrl.AbsoluteUri, audience: null, new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount(team.Bot),
            Members = [new ChannelAccount(channelAccount)],
            TenantId = team.Id.Tenant.Value,
        }, Paced(team, RequestKind.Send, work), ct));
    }

    private BotCallbackHandler Paced(Team team, RequestKind kind, BotCallbackHandler work) => async (turn, ct) =>
    {
        await pace.WaitAsync(team.Id.Tenant, turn.Activity.Conversation.Id, kind, ct);
        // The library gives a turn that nobody began an id of its own, and would send everything as a reply to it.
        turn.Activity.Id = null;
        await work(turn, ct);
    };

    /// <summary>Too many requests concern everybody, also where the channel does not say for how long; what else passes by itself, the one that met it.</summary>
    private static Duration? Unsaid(int status) => status == StatusCodes.Status429TooManyRequests ? Duration.FromSeconds(1) : null;

    /// <summary>Where the channel asks for patience, everything in the tenant waits as long as it says.</summary>
    private async Task HeedAsync(TenantId tenant, Func<Task> turn)
    {
        try
        {
            await turn();
        }
        catch (Exception refused) when (refused is not ChannelBusyException && Refusal.Of(refused, time.GetUtcNow().ToInstant()) is { Status: var status } refusal && SendErrors.MeaningOf(refusal) == SendMeaning.TryLater && (refusal.RetryAfter ?? Unsaid(status)) is { } wish)
        {
            pace.Pause(tenant, wish);
            throw;
        }
    }
}
