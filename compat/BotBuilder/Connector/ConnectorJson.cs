using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>How the connector's clients write and read JSON.</summary>
internal static class ConnectorJson
{
    public static JsonSerializerSettings Settings() => new()
    {
        Formatting = Formatting.None,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        NullValueHandling = NullValueHandling.Ignore,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        Converters = [new Iso8601TimeSpanConverter()],
        MaxDepth = null,
    };
}
