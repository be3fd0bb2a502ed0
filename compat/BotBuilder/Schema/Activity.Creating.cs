namespace Microsoft.Bot.Schema;

public partial class Activity
{
    public static IMessageActivity CreateMessageActivity() => new Activity { Type = ActivityTypes.Message, Attachments = [], Entities = [] };

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [], MembersRemoved = [] };

    public static IEventActivity CreateEventActivity() => new Activity { Type = ActivityTypes.Event };

    public static IInvokeActivity CreateInvokeActivity() => new Activity { Type = ActivityTypes.Invoke };

    /// <summary>A message back to whoever sent this activity, in the same conversation.</summary>
    public Activity CreateReply(string text = null, string locale = null) => new()
    {
        Type = ActivityTypes.Message,
        Timestamp = TimeProvider.System.GetUtcNow(),
        From = new ChannelAccount { Id = Recipient?.Id, Name = Recipient?.Name },
        Recipient = new ChannelAccount { Id = From?.Id, Name = From?.Name },
        ReplyToId = IdToReplyTo,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount { IsGroup = Conversation.IsGroup, Id = Conversation.Id, Name = Conversation.Name },
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    };
}
