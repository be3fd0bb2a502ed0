using System.Net.Http.Headers;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <inheritdoc cref="IConnectorClient"/>
public class ConnectorClient : ServiceClient<ConnectorClient>, IConnectorClient
{
    /// <summary>The product that a request names first, and the version of the activity schema it speaks.</summary>
    private static readonly ProductInfoHeaderValue Product = new("Microsoft-BotFramework", "3.1");

    private readonly Conversations _conversations;

    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
        : base(customHttpClient, disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
        Credentials = credentials;
        _conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings { get; private set; } = ConnectorJson.Settings();

    public JsonSerializerSettings DeserializationSettings { get; private set; } = ConnectorJson.Settings();

    public ServiceClientCredentials Credentials { get; private set; }

    public virtual IConversations Conversations => _conversations;

    public static void AddDefaultRequestHeaders(HttpClient httpClient)
    {
        lock (httpClient)
        {
            var headers = httpClient.DefaultRequestHeaders;
            if (!headers.UserAgent.Contains(Product))
                headers.UserAgent.Add(Product);
            if (headers.Accept.Count == 0)
                headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
            headers.ExpectContinue = false;
        }
    }
}
