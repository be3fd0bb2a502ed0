using Microsoft.Extensions.Configuration;
using RetroBot.Host;
using Xunit;

namespace RetroBot.Tests.Startup;

public sealed class ServiceIdentityTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, "UserAssignedMSI", "the bot's", "the bot's")]
    [InlineData("storage's", "UserAssignedMSI", "the bot's", "storage's")]
    [InlineData(null, "SingleTenant", "the bot's", null)]
    [InlineData(null, "UserAssignedMSI", "", null)]
    public void Azure_knows_RetroBot_by_the_identity_that_is_named_or_the_bot_s_own_where_it_is_one(string? named, string? type, string? bot, string? expected)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:ClientId"] = named, ["MicrosoftAppType"] = type, ["MicrosoftAppId"] = bot };

        Assert.Equal(expected, ServiceIdentity.ClientIdOf(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
    }
}
