using System.Net;
using System.Text;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>One call to the connector service: method and path, below the service URL, and what it takes to send it.</summary>
internal sealed record ConnectorRequest(HttpMethod Method, string Path)
{
    public required Uri BaseUri { get; init; }

    public required HttpClient Client { get; init; }

    public required ServiceClientCredentials Credentials { get; init; }

    public Dictionary<string, List<string>> CustomHeaders { get; init; }

    /// <summary>The body as JSON; null for none.</summary>
    public string Content { get; init; }

    /// <summary>Makes the exception for a status that the operation does not expect.</summary>
    public required Func<HttpStatusCode, HttpRequestMessageWrapper, HttpResponseMessageWrapper, Exception> Refused { get; init; }

    public async Task<HttpOperationResponse<T>> SendAsync<T>(JsonSerializerSettings settings, HttpStatusCode[] expected, CancellationToken cancellationToken)
    {
        var request = await NewMessageAsync(cancellationToken);
        HttpResponseMessage response = null;
        try
        {
            response = await Client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!expected.Contains(response.StatusCode))
                throw Refused(response.StatusCode, new HttpRequestMessageWrapper(request, Content), new HttpResponseMessageWrapper(response, body));

            return new HttpOperationResponse<T> { Request = request, Response = response, Body = Read<T>(body, settings) };
        }
        catch
        {
            request.Dispose();
            response?.Dispose();
            throw;
        }
    }

    private async Task<HttpRequestMessage> NewMessageAsync(CancellationToken cancellationToken)
    {
        var baseUrl = BaseUri.AbsoluteUri;
        var message = new HttpRequestMessage(Method, new Uri(baseUrl.EndsWith('/') ? baseUrl + Path : $"{baseUrl}/{Path}"));

        foreach (var (name, values) in CustomHeaders ?? [])
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, values);
        }

        if (Content is not null)
            message.Content = new StringContent(Content, Encoding.UTF8, "application/json");
        if (Credentials is not null)
            await Credentials.ProcessHttpRequestAsync(message, cancellationToken);

        return message;
    }

    private static T Read<T>(string body, JsonSerializerSettings settings)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(body, settings);
        }
        catch (JsonException exception)
        {
            throw new SerializationException("Unable to deserialize the response.", body, exception);
        }
    }
}
