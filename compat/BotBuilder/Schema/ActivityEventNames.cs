namespace Microsoft.Bot.Schema;

/// <summary>The names of the events with which the adapter starts a proactive turn.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";

    public const string CreateConversation = "CreateConversation";
}
