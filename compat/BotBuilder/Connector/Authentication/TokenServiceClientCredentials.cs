using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Signs requests with a token that Azure.Identity gets, and keeps until shortly before it expires.</summary>
internal sealed class TokenServiceClientCredentials(TokenCredential credential, string audience) : ServiceClientCredentials
{
    private const string DefaultSuffix = "/.default";

    private readonly TokenRequestContext _request = new([audience.EndsWith(DefaultSuffix, StringComparison.OrdinalIgnoreCase) ? audience : audience + DefaultSuffix]);

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = await credential.GetTokenAsync(_request, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
    }
}
