using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The id of what was sent.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = default)
    {
        Id = id;
    }

    [JsonProperty(PropertyName = "id")]
    public string Id { get; set; }
}
