using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Somebody named in a message's text.</summary>
public class Mention : Entity
{
    private const string MentionType = "mention";

    public Mention() => Type = MentionType;

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
    {
        Mentioned = mentioned;
        Text = text;

        // The official constructor takes a type and does not keep it either: a mention is a mention.
        Type = MentionType;
    }

    [JsonProperty(PropertyName = "mentioned")]
    public ChannelAccount Mentioned { get; set; }

    [JsonProperty(PropertyName = "text")]
    public string Text { get; set; }
}
