using System.Globalization;
using System.Text.Json.Nodes;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Client;

/// <summary>Activities of the shape in which Teams sends them to a bot, for one person; a test may change them before they are posted.</summary>
public sealed class ActivityComposer
{
    private static long lastId = 1_600_000_000_000;

    private readonly TeamsSimulator simulator;
    private readonly SimulatedPerson person;

    public ActivityComposer(TeamsSimulator simulator, SimulatedPerson person)
    {
        this.simulator = simulator;
        this.person = person;
    }

    public JsonObject PersonalMessage(string text)
    {
        var activity = Activity("message", NewId(), isEvent: false);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return InPersonalChat(activity);
    }

    /// <param name="mention">Whether the text starts with a mention of the bot, as Teams asks in a channel.</param>
    public JsonObject ChannelMessage(SimulatedChannel channel, string text, bool mention)
    {
        var id = NewId();
        var activity = Activity("message", id, isEvent: false);
        activity["textFormat"] = "plain";
        activity["text"] = text;
        if (mention)
        {
            var tag = $"<at>{simulator.Bot.Name}</at>";
            activity["text"] = $"{tag} {text}";
            activity["entities"]!.AsArray().Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = BotAccount(),
                ["text"] = tag,
            });
        }

        return InChannel(activity, channel, $"{channel.Id};messageid={id}");
    }

    /// <summary>The app was added to a team, or removed from it.</summary>
    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</param>
    public JsonObject InstallationInTeam(SimulatedTeam team, string action)
    {
        var activity = InChannel(Installation(action), team.General, team.Id);
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = team.General.Id } };
        return activity;
    }

    /// <summary>The app was added for the person, or removed.</summary>
    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</param>
    public JsonObject PersonalInstallation(string action) => InPersonalChat(Installation(action));

    public JsonObject BotAddedToTeam(SimulatedTeam team) => MembershipOfBot(team, "membersAdded", "teamMemberAdded");

    public JsonObject BotRemovedFromTeam(SimulatedTeam team) => MembershipOfBot(team, "membersRemoved", "teamMemberRemoved");

    public JsonObject BotAddedToPersonalChat()
    {
        var activity = Activity("conversationUpdate", $"f:{Guid.NewGuid()}", isEvent: true);
        activity["membersAdded"] = new JsonArray(BotAccount());
        return InPersonalChat(activity);
    }

    /// <summary>A press on an <c>Action.Execute</c>.</summary>
    /// <param name="on">What carries the card.</param>
    public JsonObject CardInvoke(ReceivedActivity on, string? title, string verb, JsonNode? data)
    {
        var activity = Activity("invoke", $"f:{Guid.NewGuid()}", isEvent: false);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = on.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = title,
                ["verb"] = verb,
                ["data"] = data?.DeepClone(),
            },
            ["trigger"] = "manual",
        };
        return simulator.Directory.Conversation(on.ConversationId) is Conversation.InChannel { Channel: var channel }
            ? InChannel(activity, channel, on.ConversationId)
            : InPersonalChat(activity);
    }

    /// <summary>An answer to Teams' own card that asks whether a file may be saved.</summary>
    /// <param name="on">What carries the card.</param>
    /// <param name="upload">Where the file may be put; null where it is declined.</param>
    public JsonObject FileConsent(ReceivedActivity on, JsonNode? context, JsonObject? upload)
    {
        var activity = Activity("invoke", $"f:{Guid.NewGuid()}", isEvent: false);
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = on.Id;
        activity["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = upload is null ? "decline" : "accept",
            ["context"] = context?.DeepClone(),
        };
        if (upload is not null)
            activity["value"]!["uploadInfo"] = upload.DeepClone();
        return InPersonalChat(activity);
    }

    private JsonObject MembershipOfBot(SimulatedTeam team, string property, string eventType)
    {
        var activity = Activity("conversationUpdate", $"f:{Guid.NewGuid()}", isEvent: true);
        activity[property] = new JsonArray(BotAccount());
        InChannel(activity, team.General, team.Id);
        activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    private JsonObject Installation(string action)
    {
        var activity = Activity("installationUpdate", $"f:{Guid.NewGuid()}", isEvent: true);
        activity["action"] = action;
        return activity;
    }

    /// <param name="isEvent">Teams names the sender of a message or an invoke, not of an event.</param>
    private JsonObject Activity(string type, string id, bool isEvent)
    {
        var from = new JsonObject { ["id"] = person.Id, ["aadObjectId"] = person.ObjectId.ToString() };
        if (!isEvent)
            from["name"] = person.Name;
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = simulator.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = simulator.ServiceUrl.ToString(),
            ["from"] = from,
            ["recipient"] = BotAccount(),
            ["locale"] = "en-US",
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "en-US",
                ["country"] = "US",
                ["platform"] = "Web",
            }),
        };
    }

    private JsonObject InPersonalChat(JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = simulator.Directory.OpenChat(person).Id,
            ["conversationType"] = "personal",
            ["tenantId"] = person.Tenant.Id.ToString(),
        };
        activity["channelData"] = new JsonObject { ["tenant"] = Tenant() };
        return activity;
    }

    private JsonObject InChannel(JsonObject activity, SimulatedChannel channel, string conversationId)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = conversationId,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = person.Tenant.Id.ToString(),
        };
        activity["channelData"] = new JsonObject
        {
            ["teamsChannelId"] = channel.Id,
            ["teamsTeamId"] = channel.Team.Id,
            ["channel"] = new JsonObject { ["id"] = channel.Id },
            ["team"] = new JsonObject
            {
                ["id"] = channel.Team.Id,
                ["name"] = channel.Team.Name,
                ["aadGroupId"] = channel.Team.GroupId.ToString(),
            },
            ["tenant"] = Tenant(),
        };
        return activity;
    }

    private JsonObject BotAccount() => new() { ["id"] = simulator.Bot.Id, ["name"] = simulator.Bot.Name };

    private JsonObject Tenant() => new() { ["id"] = person.Tenant.Id.ToString() };

    private static string NewId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
}
