using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What an <c>adaptiveCard/action</c> invoke is answered with: a card, a message or an error.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonProperty(PropertyName = "statusCode")]
    public int StatusCode { get; set; }

    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; }

    [JsonProperty(PropertyName = "value")]
    public object Value { get; set; }
}
