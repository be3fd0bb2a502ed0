using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The channels of a team.</summary>
public class ConversationList
{
    public ConversationList()
    {
    }

    public ConversationList(IList<ChannelInfo> conversations = default)
    {
        Conversations = conversations;
    }

    [JsonProperty(PropertyName = "conversations")]
    public IList<ChannelInfo> Conversations { get; set; }
}
