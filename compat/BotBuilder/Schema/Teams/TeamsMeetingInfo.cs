using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TeamsMeetingInfo
{
    public TeamsMeetingInfo()
    {
    }

    public TeamsMeetingInfo(string id = default)
    {
        Id = id;
    }

    [JsonProperty(PropertyName = "id")]
    public string Id { get; set; }
}
