namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The addresses of one cloud's bot service.</summary>
internal sealed record BotCloud
{
    public required string LoginUrl { get; init; }

    public required string OAuthScope { get; init; }

    public required string TokenIssuer { get; init; }

    public required string OpenIdMetadataUrl { get; init; }

    public string CallerId { get; init; }

    public bool ValidateAuthority { get; init; } = true;

    public static BotCloud Public { get; } = new()
    {
        LoginUrl = AuthenticationConstants.ToChannelFromBotLoginUrlTemplate,
        OAuthScope = AuthenticationConstants.ToChannelFromBotOAuthScope,
        TokenIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        OpenIdMetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        CallerId = Schema.CallerIdConstants.PublicAzureChannel,
    };

    public static BotCloud USGovernment { get; } = new()
    {
        LoginUrl = GovernmentAuthenticationConstants.ToChannelFromBotLoginUrlTemplate,
        OAuthScope = GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope,
        TokenIssuer = GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer,
        OpenIdMetadataUrl = GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        CallerId = Schema.CallerIdConstants.USGovChannel,
    };
}
