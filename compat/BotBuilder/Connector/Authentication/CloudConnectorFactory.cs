namespace Microsoft.Bot.Connector.Authentication;

internal sealed class CloudConnectorFactory(string appId, BotCloud cloud, ServiceClientCredentialsFactory credentials, IHttpClientFactory httpClients) : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        var signed = await credentials.CreateCredentialsAsync(appId, audience ?? cloud.OAuthScope, cloud.LoginUrl, cloud.ValidateAuthority, cancellationToken);
        var httpClient = httpClients?.CreateClient() ?? new HttpClient();
        ConnectorClient.AddDefaultRequestHeaders(httpClient);
        return new ConnectorClient(new Uri(serviceUrl), signed, httpClient, disposeHttpClient: true);
    }
}
