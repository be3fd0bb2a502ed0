using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Whether a message shows up in the activity feed.</summary>
public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = default)
    {
        Alert = alert;
    }

    [JsonProperty(PropertyName = "alert")]
    public bool? Alert { get; set; }

    [JsonProperty(PropertyName = "alertInMeeting")]
    public bool? AlertInMeeting { get; set; }

    [JsonProperty(PropertyName = "externalResourceUrl")]
    public string ExternalResourceUrl { get; set; }
}
