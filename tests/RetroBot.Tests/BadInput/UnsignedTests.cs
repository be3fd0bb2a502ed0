using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using RetroBot.Host.Teams;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>Without a registered bot, unsigned activities are taken from this machine and from nowhere else.</summary>
public sealed class UnsignedTests
{
    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("2001:db8::7")]
    [InlineData("::ffff:192.0.2.7")]
    [InlineData(null)]
    public async Task An_unsigned_activity_from_elsewhere_is_refused_before_it_is_read(string? address)
    {
        var inbound = await CheckAsync(address is null ? null : IPAddress.Parse(address));

        Assert.Equal(StatusCodes.Status401Unauthorized, Assert.IsType<Inbound.Refused>(inbound).Status);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task From_this_machine_it_is_read(string address)
    {
        var inbound = await CheckAsync(IPAddress.Parse(address));

        Assert.Equal(StatusCodes.Status400BadRequest, Assert.IsType<Inbound.Refused>(inbound).Status);
    }

    private static async Task<Inbound> CheckAsync(IPAddress? from)
    {
        var guard = new InboundGuard(new Mock<BotFrameworkAuthentication>(MockBehavior.Strict).Object, new TeamsSettings(new ConfigurationBuilder().Build()), NullLogger<InboundGuard>.Instance);
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = from } };
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("{}"));
        return await guard.CheckAsync(context, TestContext.Current.CancellationToken);
    }
}
