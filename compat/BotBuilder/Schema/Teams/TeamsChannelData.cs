using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams says about an activity beyond the common schema: team, channel, tenant, and what happened.</summary>
public class TeamsChannelData
{
    [JsonProperty(PropertyName = "channel")]
    public ChannelInfo Channel { get; set; }

    [JsonProperty(PropertyName = "eventType")]
    public string EventType { get; set; }

    [JsonProperty(PropertyName = "team")]
    public TeamInfo Team { get; set; }

    [JsonProperty(PropertyName = "notification")]
    public NotificationInfo Notification { get; set; }

    [JsonProperty(PropertyName = "tenant")]
    public TenantInfo Tenant { get; set; }

    [JsonProperty(PropertyName = "meeting")]
    public TeamsMeetingInfo Meeting { get; set; }

    [JsonProperty(PropertyName = "settings")]
    public TeamsChannelDataSettings Settings { get; set; }

    [JsonProperty(PropertyName = "onBehalfOf")]
    public IList<OnBehalfOf> OnBehalfOf { get; private set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public IDictionary<string, object> AdditionalProperties { get; set; }
}
