using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads which bot service the configuration names.</summary>
internal static class ConfiguredCloud
{
    private const string LoginUrl = "ToChannelFromBotLoginUrl";
    private const string OAuthScope = "ToChannelFromBotOAuthScope";
    private const string TokenIssuer = "ToBotFromChannelTokenIssuer";
    private const string OAuthUrl = "OAuthUrl";
    private const string OpenIdMetadataUrl = "ToBotFromChannelOpenIdMetadataUrl";
    private const string EmulatorOpenIdMetadataUrl = "ToBotFromEmulatorOpenIdMetadataUrl";
    private const string CallerId = "CallerId";

    private static readonly string[] Addresses = [LoginUrl, OAuthScope, TokenIssuer, OAuthUrl, OpenIdMetadataUrl, EmulatorOpenIdMetadataUrl];

    /// <exception cref="ArgumentException">The channel service is unknown.</exception>
    public static BotCloud Read(IConfiguration configuration)
    {
        if (Array.TrueForAll([.. Addresses, CallerId], key => string.IsNullOrEmpty(configuration[key])))
            return BuiltIn(configuration["ChannelService"]);

        // An address that is left out is missed in the first turn, as in the official library.
        return new BotCloud
        {
            LoginUrl = configuration[LoginUrl],
            OAuthScope = configuration[OAuthScope],
            TokenIssuer = configuration[TokenIssuer],
            OpenIdMetadataUrl = configuration[OpenIdMetadataUrl],
            CallerId = configuration[CallerId],
            ValidateAuthority = bool.Parse(configuration["ValidateAuthority"] ?? bool.TrueString),
        };
    }

    private static BotCloud BuiltIn(string channelService) => channelService switch
    {
        null or "" => BotCloud.Public,
        GovernmentAuthenticationConstants.ChannelService => BotCloud.USGovernment,
        _ => throw new ArgumentException("The provided ChannelService value is not supported.", nameof(channelService)),
    };
}
