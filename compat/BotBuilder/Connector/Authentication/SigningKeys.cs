using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys of a token issuer, and the channels that each may speak for.</summary>
internal sealed record SigningKeys(IList<SecurityKey> Keys, IReadOnlyDictionary<string, HashSet<string>> Endorsements)
{
    public static SigningKeys Parse(string keySet)
    {
        var endorsements = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var key in JObject.Parse(keySet)["keys"] ?? new JArray())
        {
            if (key.Value<string>("kid") is { } keyId && key["endorsements"] is JArray channels)
                endorsements.TryAdd(keyId, [.. channels.Values<string>()]);
        }

        return new SigningKeys(new JsonWebKeySet(keySet).GetSigningKeys(), endorsements);
    }
}
