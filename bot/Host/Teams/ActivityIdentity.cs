using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using RetroBot.Cards;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Teams;

/// <summary>Reads from an authenticated activity who speaks, and where.</summary>
internal static class ActivityIdentity
{
    /// <returns>Null where the channel names no tenant or no person: a bot, a guest without an Entra id.</returns>
    public static Turn? TurnOf(IActivity activity)
    {
        if (TenantOf(activity) is not { } tenant || activity.From is not { } from || !Identifiers.IsValid(from.AadObjectId)) return null;
        return new Turn(tenant, new UserId(from.AadObjectId), from.Name ?? "", TeamOf(activity, tenant), CultureOf(activity)) { Account = from.Id, Chat = ChatOf(activity, tenant) };
    }

    public static TenantId? TenantOf(IActivity activity)
    {
        var id = activity.Conversation?.TenantId ?? ChannelDataOf(activity)?.Tenant?.Id;
        return Identifiers.IsValid(id) ? new TenantId(id!) : null;
    }

    private static PersonalChat? ChatOf(IActivity activity, TenantId tenant) =>
        IsPersonal(activity) && Identifiers.IsValid(activity.Conversation.Id) ? new PersonalChat(tenant, new Uri(activity.ServiceUrl), activity.Recipient.Id, activity.Conversation.Id) : null;

    public static TeamId? TeamOf(IActivity activity, TenantId tenant) =>
        ChannelDataOf(activity)?.Team?.Id is { } id && Identifiers.IsValid(id) ? new TeamId(tenant, id) : null;

    /// <summary>The channel's conversation, without the thread that the activity belongs to.</summary>
    public static string ChannelOf(IActivity activity) =>
        ChannelDataOf(activity)?.Channel?.Id is { Length: > 0 } channel ? channel : activity.Conversation.Id.Split(';')[0];

    /// <summary>The channel data; null where it is absent or not of Teams' shape.</summary>
    public static TeamsChannelData? ChannelDataOf(IActivity activity) =>
        activity.TryGetChannelData<TeamsChannelData>(out var data) ? data : null;

    /// <summary>The language nearest to that of the sender's Teams.</summary>
    public static CultureInfo CultureOf(IActivity activity) => Languages.Nearest((activity as Activity)?.Locale).Culture;

    /// <summary>Whether it happened in the sender's own chat. A chat of several people is neither that nor a channel.</summary>
    public static bool IsPersonal(IActivity activity) => activity.Conversation?.ConversationType is "personal";
}
