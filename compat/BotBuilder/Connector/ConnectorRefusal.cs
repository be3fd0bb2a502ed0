using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>The exceptions of a refused call. Which of the two a call throws is part of the official behaviour.</summary>
internal static class ConnectorRefusal
{
    public static Exception AsErrorResponse(HttpStatusCode status, HttpRequestMessageWrapper request, HttpResponseMessageWrapper response) =>
        new ErrorResponseException(Message(status)) { Request = request, Response = response, Body = ReadError(response.Content) };

    /// <summary>For reading roster pages and teams, which do not read the error's body.</summary>
    public static Exception AsHttpOperation(HttpStatusCode status, HttpRequestMessageWrapper request, HttpResponseMessageWrapper response) =>
        new HttpOperationException(Message(status)) { Request = request, Response = response };

    private static string Message(HttpStatusCode status) => $"Operation returned an invalid status code '{status}'";

    private static ErrorResponse ReadError(string body)
    {
        try
        {
            return JsonConvert.DeserializeObject<ErrorResponse>(body, ConnectorJson.Settings());
        }
        catch (JsonException)
        {
            // Gateways answer in HTML: then the exception carries the text in Response.Content, and no Body.
            return null;
        }
    }
}
