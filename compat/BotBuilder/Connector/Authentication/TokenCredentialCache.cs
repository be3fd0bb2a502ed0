using System.Collections.Concurrent;
using Azure.Core;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>One credential a login endpoint, because each keeps its own tokens.</summary>
internal sealed class TokenCredentialCache
{
    private readonly ConcurrentDictionary<(string LoginUrl, bool ValidateAuthority), TokenCredential> _credentials = new();

    public TokenCredential GetOrAdd(string loginUrl, bool validateAuthority, Func<TokenCredential> create) =>
        _credentials.GetOrAdd((loginUrl, validateAuthority), _ => create());
}
