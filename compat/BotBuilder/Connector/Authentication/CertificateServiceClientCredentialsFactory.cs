using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bot that proves itself with a certificate. Configuration cannot name one: hand this factory to the authentication.</summary>
public class CertificateServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly TokenCredentialCache _credentials = new();
    private readonly X509Certificate2 _certificate;
    private readonly string _appId;
    private readonly string _tenantId;
    private readonly HttpClient _httpClient;
    private readonly bool _sendX5c;

    public CertificateServiceClientCredentialsFactory(
        X509Certificate2 certificate, string appId, string tenantId = null, HttpClient httpClient = null, ILogger logger = null, bool sendX5c = false)
    {
        if (string.IsNullOrWhiteSpace(appId))
            throw new ArgumentNullException(nameof(appId));
        _certificate = certificate ?? throw new ArgumentNullException(nameof(certificate));
        _appId = appId;
        _tenantId = tenantId;
        _httpClient = httpClient;
        _sendX5c = sendX5c;
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == _appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <exception cref="InvalidOperationException">The app id is not this bot's.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (appId != _appId)
            throw new InvalidOperationException($"The app id '{appId}' is not this bot's.");

        var credential = _credentials.GetOrAdd(loginEndpoint, validateAuthority, () =>
        {
            var endpoint = LoginEndpoint.Parse(loginEndpoint, _tenantId);
            var options = new ClientCertificateCredentialOptions { SendCertificateChain = _sendX5c, DisableInstanceDiscovery = !validateAuthority };
            return new ClientCertificateCredential(endpoint.Tenant, _appId, _certificate, endpoint.Configure(options, _httpClient));
        });
        return Task.FromResult<ServiceClientCredentials>(new TokenServiceClientCredentials(credential, audience));
    }
}
