using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The body of a refused call to the channel.</summary>
public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error error = default)
    {
        Error = error;
    }

    [JsonProperty(PropertyName = "error")]
    public Error Error { get; set; }
}
