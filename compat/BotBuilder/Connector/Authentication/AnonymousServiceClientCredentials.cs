using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Signs nothing: a bot without an app id has nothing to prove.</summary>
internal sealed class AnonymousServiceClientCredentials : ServiceClientCredentials
{
    public static readonly AnonymousServiceClientCredentials Instance = new();
}
