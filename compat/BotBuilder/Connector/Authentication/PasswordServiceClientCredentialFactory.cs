using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bot that proves itself with a client secret. Without an app id authentication is off.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly TokenCredentialCache _credentials = new();
    private readonly HttpClient _httpClient;

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        _httpClient = httpClient;
    }

    public string AppId { get; set; }

    public string Password { get; set; }

    public string TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    /// <exception cref="InvalidOperationException">The app id is not this bot's.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string oauthScope, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId))
            return Task.FromResult<ServiceClientCredentials>(AnonymousServiceClientCredentials.Instance);
        if (appId != AppId)
            throw new InvalidOperationException($"Invalid appId {appId} does not match expected {AppId}");

        var credential = _credentials.GetOrAdd(loginEndpoint, validateAuthority, () =>
        {
            var endpoint = LoginEndpoint.Parse(loginEndpoint, TenantId);
            var options = new ClientSecretCredentialOptions { DisableInstanceDiscovery = !validateAuthority };
            return new ClientSecretCredential(endpoint.Tenant, AppId, Password, endpoint.Configure(options, _httpClient));
        });
        return Task.FromResult<ServiceClientCredentials>(new TokenServiceClientCredentials(credential, oauthScope));
    }
}
