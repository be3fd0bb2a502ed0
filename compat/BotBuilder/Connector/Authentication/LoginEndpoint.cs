using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where a bot signs in: an authority's host, and the tenant.</summary>
internal sealed record LoginEndpoint(Uri Authority, string Tenant)
{
    /// <summary>
    /// Reads a login URL. The two well-known templates take the bot's own tenant, or their cloud's default; any other URL is an authority that names its tenant itself.
    /// </summary>
    /// <exception cref="ArgumentException">The URL names no tenant.</exception>
    public static LoginEndpoint Parse(string loginUrl, string tenantId)
    {
        ArgumentNullException.ThrowIfNull(loginUrl);

        var defaultTenant = loginUrl switch
        {
            _ when IsTemplate(AuthenticationConstants.ToChannelFromBotLoginUrlTemplate) => AuthenticationConstants.DefaultChannelAuthTenant,
            _ when IsTemplate(GovernmentAuthenticationConstants.ToChannelFromBotLoginUrlTemplate) => GovernmentAuthenticationConstants.DefaultChannelAuthTenant,
            _ => null,
        };
        var url = new Uri(defaultTenant is null
            ? loginUrl
            : string.Format(CultureInfo.InvariantCulture, loginUrl, string.IsNullOrEmpty(tenantId) ? defaultTenant : tenantId));

        var tenant = url.AbsolutePath.Trim('/').Split('/')[0];
        return tenant.Length > 0
            ? new LoginEndpoint(new Uri(url.GetLeftPart(UriPartial.Authority)), tenant)
            : throw new ArgumentException($"The login URL '{loginUrl}' names no tenant.", nameof(loginUrl));

        bool IsTemplate(string template) => string.Equals(loginUrl, template, StringComparison.OrdinalIgnoreCase);
    }

    public TOptions Configure<TOptions>(TOptions options, HttpClient httpClient)
        where TOptions : TokenCredentialOptions
    {
        options.AuthorityHost = Authority;
        if (httpClient is not null)
            options.Transport = new HttpClientTransport(httpClient);
        return options;
    }
}
