using System.Text.Json.Nodes;

namespace RetroBot.Simulation.Connector;

/// <summary>The refusals that Teams documents, in the connector's error shape.</summary>
internal static class ConnectorErrors
{
    public static ConnectorAnswer BadSyntax(string message) => Error(400, "BadSyntax", message);

    public static ConnectorAnswer Unauthorized() => Error(401, "Unauthorized", "Authorization has been denied for this request.");

    public static ConnectorAnswer BotNotInConversationRoster() =>
        Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static ConnectorAnswer BotDisabledByAdmin() => Error(403, "BotDisabledByAdmin", "The tenant admin disabled this bot");

    public static ConnectorAnswer MessageWritesBlocked() => Error(403, "MessageWritesBlocked", "Thread is blocked from message writes.");

    public static ConnectorAnswer ConversationBlockedByUser() =>
        Error(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");

    public static ConnectorAnswer ConversationNotFound() => Error(404, "ConversationNotFound", "Conversation not found.");

    public static ConnectorAnswer ActivityNotFound() => Error(404, "ActivityNotFoundInConversation", "Activity not found in conversation.");

    public static ConnectorAnswer MemberNotFound() => Error(404, "MemberNotFoundInConversation", "Member not found in conversation.");

    public static ConnectorAnswer MessageSizeTooBig() => Error(413, "MessageSizeTooBig", "Message size too large.");

    public static JsonObject Body(string code, string message) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    private static ConnectorAnswer Error(int status, string code, string message) => new(status, Body(code, message));
}
