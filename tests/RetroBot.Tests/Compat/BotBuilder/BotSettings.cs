using Microsoft.Extensions.Configuration;
using RetroBot.Simulation.Tokens;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>The official configuration keys, filled in for tests.</summary>
internal static class BotSettings
{
    public const string LoginUrl = "https://login.example/tenant-1";

    public static IConfiguration None { get; } = Of([]);

    /// <summary>A bot that takes its keys from a simulated authority, and everything else from addresses that nobody calls.</summary>
    public static IConfiguration Signed(Guid appId, TokenAuthority authority) => Signed(appId, authority.MetadataUrl);

    public static IConfiguration Signed(Guid appId, Uri metadataUrl) => Of(new(StringComparer.Ordinal)
    {
        ["MicrosoftAppType"] = "MultiTenant",
        ["MicrosoftAppId"] = appId.ToString(),
        ["MicrosoftAppPassword"] = "secret",
        ["ToChannelFromBotLoginUrl"] = LoginUrl,
        ["ToChannelFromBotOAuthScope"] = "https://api.botframework.com",
        ["ToBotFromChannelTokenIssuer"] = TokenAuthority.Issuer,
        ["OAuthUrl"] = "https://api.botframework.com",
        ["ToBotFromChannelOpenIdMetadataUrl"] = metadataUrl.ToString(),
        ["ToBotFromEmulatorOpenIdMetadataUrl"] = metadataUrl.ToString(),
        ["CallerId"] = "urn:botframework:azure",
        ["ValidateAuthority"] = "false",
    });

    public static IConfiguration Of(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
