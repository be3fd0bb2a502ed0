using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A member of a team or chat, as the roster describes them.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    [JsonProperty(PropertyName = "givenName")]
    public string GivenName { get; set; }

    [JsonProperty(PropertyName = "surname")]
    public string Surname { get; set; }

    [JsonProperty(PropertyName = "email")]
    public string Email { get; set; }

    [JsonProperty(PropertyName = "userPrincipalName")]
    public string UserPrincipalName { get; set; }

    [JsonProperty(PropertyName = "userRole")]
    public string UserRole { get; set; }

    [JsonProperty(PropertyName = "tenantId")]
    public string TenantId { get; set; }

    // The roster names the Entra object id "objectId", activities name it "aadObjectId".
    [JsonProperty(PropertyName = "objectId")]
    private string ObjectId
    {
        get => AadObjectId;
        set => AadObjectId = value;
    }
}
