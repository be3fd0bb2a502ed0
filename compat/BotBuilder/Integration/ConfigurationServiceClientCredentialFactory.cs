using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The bot's app id and its proof, as <c>MicrosoftAppType</c>, <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c> and <c>MicrosoftAppTenantId</c> say.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private const string AppIdKey = "MicrosoftAppId";
    private const string PasswordKey = "MicrosoftAppPassword";
    private const string TenantIdKey = "MicrosoftAppTenantId";

    private readonly ServiceClientCredentialsFactory _inner;

    /// <exception cref="ArgumentException">The app type needs a setting that is missing, or forbids one that is there.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        var (appId, password, tenantId) = (configuration[AppIdKey], configuration[PasswordKey], configuration[TenantIdKey]);
        switch (configuration["MicrosoftAppType"]?.ToUpperInvariant())
        {
            case "USERASSIGNEDMSI":
                Require(appId, AppIdKey, "MSI");
                Require(tenantId, TenantIdKey, "MSI");
                if (!string.IsNullOrWhiteSpace(password))
                    throw new ArgumentException($"{PasswordKey} must not be set for MSI in configuration.", nameof(configuration));
                _inner = new ManagedIdentityServiceClientCredentialsFactory(appId, httpClient, logger);
                break;
            case "SINGLETENANT":
                Require(appId, AppIdKey, "SingleTenant");
                Require(tenantId, TenantIdKey, "SingleTenant");
                Require(password, PasswordKey, "SingleTenant");
                _inner = new PasswordServiceClientCredentialFactory(appId, password, tenantId, httpClient, logger);
                break;
            default:
                _inner = new PasswordServiceClientCredentialFactory(appId, password, tenantId: string.Empty, httpClient, logger);
                break;
        }
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => _inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => _inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        _inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    private static void Require(string value, string key, string appType)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"{key} is required for {appType} in configuration.", nameof(value));
    }
}
