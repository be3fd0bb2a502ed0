using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class OnBehalfOf
{
    [JsonProperty(PropertyName = "itemid")]
    public int ItemId { get; set; }

    [JsonProperty(PropertyName = "mentionType")]
    public string MentionType { get; set; } = "person";

    [JsonProperty(PropertyName = "mri")]
    public string Mri { get; set; }

    [JsonProperty(PropertyName = "displayName")]
    public string DisplayName { get; set; }
}
