namespace Microsoft.Bot.Schema;

public partial class Activity
{
    // Direct Line and Web Chat send conversation updates with ids that cannot be replied to.
    private string IdToReplyTo =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(ChannelId, "directline", StringComparison.OrdinalIgnoreCase) || string.Equals(ChannelId, "webchat", StringComparison.OrdinalIgnoreCase))
            ? null
            : Id;

    /// <summary>Where this activity came from, in a form that can be stored and continued later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdToReplyTo,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this activity to the place that the reference names, as sent by its bot, or by its user when incoming.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;

        if (isIncoming)
        {
            (From, Recipient) = (reference.User, reference.Bot);
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            (From, Recipient) = (reference.Bot, reference.User);
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }
}
