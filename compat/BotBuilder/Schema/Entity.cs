using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something that a message speaks of: a mention, a place, client information.</summary>
public class Entity
{
    private static readonly JsonSerializerSettings Settings = new() { MaxDepth = null };

    public Entity()
    {
    }

    public Entity(string type = default) => Type = type;

    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; }

    /// <summary>What the JSON holds beyond the properties named here, kept on the way in and out.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];

    public T GetAs<T>() => JsonConvert.DeserializeObject<T>(JsonConvert.SerializeObject(this, Settings), Settings);

    public void SetAs<T>(T obj)
    {
        var entity = JsonConvert.DeserializeObject<Entity>(JsonConvert.SerializeObject(obj, Settings), Settings);
        Type = entity.Type;
        Properties = entity.Properties;
    }
}
