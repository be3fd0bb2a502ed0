using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TeamsChannelDataSettings
{
    public TeamsChannelDataSettings()
    {
    }

    public TeamsChannelDataSettings(ChannelInfo channel = default)
    {
        SelectedChannel = channel;
    }

    [JsonProperty(PropertyName = "selectedChannel")]
    public ChannelInfo SelectedChannel { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public IDictionary<string, object> AdditionalProperties { get; set; }
}
