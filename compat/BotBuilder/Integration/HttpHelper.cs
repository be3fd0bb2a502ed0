using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads activities from requests and writes the answers of invokes.</summary>
public static class HttpHelper
{
    public static readonly JsonSerializerSettings BotMessageSerializerSettings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.Indented,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = new ReadOnlyJsonContractResolver(),
        Converters = [new Iso8601TimeSpanConverter()],
        MaxDepth = 128,
    };

    public static readonly JsonSerializer BotMessageSerializer = JsonSerializer.Create(BotMessageSerializerSettings);

    /// <returns>What the body says, or the default value when it is not JSON of that shape.</returns>
    public static async Task<T> ReadRequestAsync<T>(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        using var body = new StreamReader(request.Body, Encoding.UTF8);
        using var json = new StringReader(await body.ReadToEndAsync(request.HttpContext.RequestAborted));
        using var reader = new JsonTextReader(json);
        try
        {
            return BotMessageSerializer.Deserialize<T>(reader);
        }
        catch (JsonException)
        {
            // The contract of this method: the adapter answers 400 to what cannot be read.
            return default;
        }
    }

    public static async Task WriteResponseAsync(HttpResponse response, InvokeResponse invokeResponse)
    {
        ArgumentNullException.ThrowIfNull(response);

        response.StatusCode = invokeResponse?.Status ?? StatusCodes.Status200OK;
        if (invokeResponse?.Body is not { } body)
            return;

        using var json = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        BotMessageSerializer.Serialize(json, body);
        response.ContentType = "application/json";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(json.ToString()), response.HttpContext.RequestAborted);
    }
}
