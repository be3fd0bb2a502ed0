using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bot that is a user-assigned managed identity: no secret, and so none that expires.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly string _appId;
    private readonly TokenCredential _credential;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient httpClient = null, ILogger logger = null)
    {
        if (string.IsNullOrWhiteSpace(appId))
            throw new ArgumentNullException(nameof(appId));

        var options = new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(appId));
        if (httpClient is not null)
            options.Transport = new HttpClientTransport(httpClient);
        _appId = appId;
        _credential = new ManagedIdentityCredential(options);
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == _appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <exception cref="InvalidOperationException">The app id is not this bot's.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        appId == _appId
            ? Task.FromResult<ServiceClientCredentials>(new TokenServiceClientCredentials(_credential, audience))
            : throw new InvalidOperationException($"The app id '{appId}' is not this bot's.");
}
