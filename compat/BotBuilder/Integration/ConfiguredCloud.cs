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

    /// <summary>What the official library needs as soon as one address is given, although it fails for want of one only in the first turn.</summary>
    private static readonly string[] Together = [LoginUrl, OAuthScope, TokenIssuer, OAuthUrl, OpenIdMetadataUrl];

    /// <exception cref="ArgumentException">Some addresses are given and others are not, or the channel service is unknown.</exception>
    public static BotCloud Read(IConfiguration configuration)
    {
        if (Array.TrueForAll([.. Together, EmulatorOpenIdMetadataUrl, CallerId], key => string.IsNullOrEmpty(configuration[key])))
            return BuiltIn(configuration["ChannelService"]);

        var missing = Array.FindAll(Together, key => string.IsNullOrEmpty(configuration[key]));
        if (missing.Length > 0)
            throw new ArgumentException($"The bot service's addresses are set together or not at all; missing: {string.Join(", ", missing)}.", nameof(configuration));

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
