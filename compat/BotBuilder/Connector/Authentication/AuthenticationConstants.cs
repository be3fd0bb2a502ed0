namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Addresses and claims of the public cloud.</summary>
public static class AuthenticationConstants
{
    public const string ToChannelFromBotLoginUrlTemplate = "https://login.microsoftonline.com/{0}";

    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";

    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";

    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public const string DefaultChannelAuthTenant = "botframework.com";

    public const string AudienceClaim = "aud";

    public const string AppIdClaim = "appid";

    public const string ServiceUrlClaim = "serviceurl";

    public const string AnonymousAuthType = "anonymous";

    public static readonly HashSet<string> AllowedSigningAlgorithms = new(StringComparer.Ordinal) { "RS256", "RS384", "RS512" };
}
