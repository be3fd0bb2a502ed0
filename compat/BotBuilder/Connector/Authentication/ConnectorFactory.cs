namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes connector clients that speak as one bot.</summary>
public abstract class ConnectorFactory
{
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
