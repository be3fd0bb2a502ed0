using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

public sealed class ConfigurationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UserAssignedMSI", "app", null, "tenant", null)]
    [InlineData("userassignedmsi", "app", null, "tenant", null)]
    [InlineData("UserAssignedMSI", null, null, "tenant", "MicrosoftAppId is required for MSI")]
    [InlineData("UserAssignedMSI", "app", null, null, "MicrosoftAppTenantId is required for MSI")]
    [InlineData("UserAssignedMSI", "app", "secret", "tenant", "MicrosoftAppPassword must not be set for MSI")]
    [InlineData("SingleTenant", "app", "secret", "tenant", null)]
    [InlineData("SingleTenant", " ", "secret", "tenant", "MicrosoftAppId is required for SingleTenant")]
    [InlineData("SingleTenant", "app", "secret", null, "MicrosoftAppTenantId is required for SingleTenant")]
    [InlineData("SingleTenant", "app", null, "tenant", "MicrosoftAppPassword is required for SingleTenant")]
    [InlineData("MultiTenant", "app", "secret", null, null)]
    [InlineData(null, "app", "secret", null, null)]
    public async Task An_app_type_names_the_settings_it_needs(string? type, string? appId, string? password, string? tenant, string? complaint)
    {
        var settings = BotSettings.Of(new(StringComparer.Ordinal)
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = appId,
            ["MicrosoftAppPassword"] = password,
            ["MicrosoftAppTenantId"] = tenant,
        });

        if (complaint is not null)
        {
            Assert.StartsWith(complaint, Assert.Throws<ArgumentException>(() => new ConfigurationServiceClientCredentialFactory(settings)).Message, StringComparison.Ordinal);
            return;
        }

        var factory = new ConfigurationServiceClientCredentialFactory(settings);
        Assert.True(await factory.IsValidAppIdAsync("app", Ct));
        Assert.False(await factory.IsValidAppIdAsync("other", Ct));
        Assert.False(await factory.IsAuthenticationDisabledAsync(Ct));
    }

    [Fact]
    public async Task Without_an_app_id_authentication_is_disabled() =>
        Assert.True(await new ConfigurationServiceClientCredentialFactory(BotSettings.None).IsAuthenticationDisabledAsync(Ct));

    [Theory]
    [InlineData("", true)]
    [InlineData("https://botframework.azure.us", true)]
    [InlineData("https://botframework.elsewhere", false)]
    public void A_channel_service_is_one_of_the_known_clouds(string channelService, bool isKnown)
    {
        var settings = BotSettings.Of(new(StringComparer.Ordinal) { ["ChannelService"] = channelService });

        Assert.Equal(isKnown, Record.Exception(() => new ConfigurationBotFrameworkAuthentication(settings)) is null);
    }
}
