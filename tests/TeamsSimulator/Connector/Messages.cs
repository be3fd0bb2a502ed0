using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Simulation.Judging;

namespace RetroBot.Simulation.Connector;

/// <summary>Opening conversations, and putting activities into them.</summary>
internal sealed class Messages(TeamsDirectory directory, DeliveryRecord record)
{
    /// <summary>Teams' documented limit of one message, counted as UTF-16.</summary>
    private const int LargestActivityInBytes = 100 * 1024;

    private long lastId = 1_700_000_000_000;

    /// <summary>A 1:1 chat (the same one every time), or a new thread in a channel.</summary>
    public ConnectorAnswer Create(JsonElement parameters)
    {
        var activity = parameters.At("activity");
        if (TheChannelIn(parameters) is { } channelId)
            return activity.ValueKind == JsonValueKind.Object ? Send(channelId, replyToId: null, activity, Opened) : Incomplete();

        return ThePersonIn(parameters) switch
        {
            null => Incomplete(),
            { Tenant.HasDisabledTheBot: true } => ConnectorErrors.BotDisabledByAdmin(),
            { LacksTheApp: true } => ConnectorErrors.BotNotInConversationRoster(),
            var person when activity.ValueKind == JsonValueKind.Object =>
                Send(directory.OpenChat(person).Id, replyToId: null, activity, Opened),
            var person => ConnectorAnswer.Created(new JsonObject { ["id"] = directory.OpenChat(person).Id }),
        };

        static ConnectorAnswer Incomplete() => ConnectorErrors.BadSyntax("Incorrect conversation creation parameters");
        static JsonObject Opened(ReceivedActivity sent) => new() { ["id"] = sent.ConversationId, ["activityId"] = sent.Id };
    }

    public ConnectorAnswer Send(string conversationId, string? replyToId, JsonElement activity) =>
        Send(conversationId, replyToId, activity, sent => new JsonObject { ["id"] = sent.Id });

    public ConnectorAnswer Update(string conversationId, string activityId, JsonElement activity)
    {
        if (Refusal(conversationId, activity, out var conversation) is { } refusal)
            return refusal;
        if (conversation!.Timeline.Update(activityId, activity) is not { } updated)
            return ConnectorErrors.ActivityNotFound();
        record.Stands(conversation, updated);
        return ConnectorAnswer.Ok(new JsonObject { ["id"] = activityId });
    }

    public ConnectorAnswer Delete(string conversationId, string activityId)
    {
        var conversation = directory.Conversation(conversationId);
        if (RefusalFor(conversation) is { } refusal)
            return refusal;
        if (conversation!.Timeline.Delete(activityId) is not { } deleted)
            return ConnectorErrors.ActivityNotFound();
        record.Stands(conversation, deleted);
        return ConnectorAnswer.Ok();
    }

    /// <summary>Null unless a thread in a channel is asked for.</summary>
    public static string? TheChannelIn(JsonElement parameters) => parameters.At("channelData", "channel", "id").AsText();

    /// <summary>Null unless there is exactly one member, and the tenant is theirs.</summary>
    public SimulatedPerson? ThePersonIn(JsonElement parameters)
    {
        var members = parameters.At("members");
        if (members.ValueKind != JsonValueKind.Array || members.GetArrayLength() != 1)
            return null;

        var person = members[0].At("id").AsText() is { } id ? directory.Person(id) : null;
        var tenantId = parameters.At("tenantId").AsText() ?? parameters.At("channelData", "tenant", "id").AsText();
        var isTheirs = string.Equals(tenantId, person?.Tenant.Id.ToString(), StringComparison.OrdinalIgnoreCase);
        return isTheirs ? person : null;
    }

    private ConnectorAnswer Send(
        string conversationId, string? replyToId, JsonElement activity, Func<ReceivedActivity, JsonObject> answer)
    {
        if (Refusal(conversationId, activity, out var conversation) is { } refusal)
            return refusal;

        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        var startsThread = conversation is Conversation.InChannel && string.Equals(conversationId, conversation.Id, StringComparison.Ordinal);
        var received = new ReceivedActivity(
            id, startsThread ? $"{conversationId};messageid={id}" : conversationId, replyToId, activity, Versions: 1, IsDeleted: false);
        conversation!.Timeline.Add(received);
        record.Received(conversation, received);
        return ConnectorAnswer.Created(answer(received));
    }

    private ConnectorAnswer? Refusal(string conversationId, JsonElement activity, out Conversation? conversation)
    {
        conversation = directory.Conversation(conversationId);
        if (activity.At("type").AsText() is null)
            return ConnectorErrors.BadSyntax("The activity has no type.");
        return IsTooBig(activity) ? ConnectorErrors.MessageSizeTooBig() : RefusalFor(conversation);
    }

    private static bool IsTooBig(JsonElement activity) =>
        Encoding.UTF8.GetCharCount(JsonMarshal.GetRawUtf8Value(activity)) * sizeof(char) > LargestActivityInBytes;

    private static ConnectorAnswer? RefusalFor(Conversation? conversation) => conversation switch
    {
        null => ConnectorErrors.ConversationNotFound(),
        { Tenant.HasDisabledTheBot: true } => ConnectorErrors.BotDisabledByAdmin(),
        Conversation.Personal { Person.LacksTheApp: true } => ConnectorErrors.BotNotInConversationRoster(),
        Conversation.Personal { Person.HasUninstalledTheBot: true } => ConnectorErrors.MessageWritesBlocked(),
        Conversation.Personal { Person.HasBlockedTheBot: true } => ConnectorErrors.ConversationBlockedByUser(),
        Conversation.InChannel { Channel.Team.HasTheBot: false } => ConnectorErrors.BotNotInConversationRoster(),
        _ => null,
    };
}
