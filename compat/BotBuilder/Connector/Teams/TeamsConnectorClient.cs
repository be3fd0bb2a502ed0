using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Teams;

/// <inheritdoc cref="ITeamsConnectorClient"/>
public class TeamsConnectorClient : ServiceClient<TeamsConnectorClient>, ITeamsConnectorClient
{
    private readonly TeamsOperations _teams;

    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
        : base(customHttpClient, disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
        Credentials = credentials;
        _teams = new TeamsOperations(this);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings { get; private set; } = ConnectorJson.Settings();

    public JsonSerializerSettings DeserializationSettings { get; private set; } = ConnectorJson.Settings();

    public ServiceClientCredentials Credentials { get; private set; }

    public virtual ITeamsOperations Teams => _teams;
}
