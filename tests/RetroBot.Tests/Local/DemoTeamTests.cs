using Moq;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class DemoTeamTests
{
    private static readonly TenantId OtherTenant = new("0d7a1f6e-3b5c-4e8a-9f21-6c4b2a8d0e13");
    private readonly DemoInbox inbox = new();
    private readonly Mock<ICheckInSender> channel = new(MockBehavior.Strict);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Simulated_members_stand_behind_those_whom_the_channel_knows() =>
        Assert.Equal([DemoTenant.You.User, .. DemoTenant.Simulated.Select(person => person.User)], await RosterOfAsync(DemoTenant.Id));

    [Fact]
    public async Task Another_tenants_roster_stays_as_the_channel_gives_it() => Assert.Equal([DemoTenant.You.User], await RosterOfAsync(OtherTenant));

    [Fact]
    public async Task A_simulated_member_receives_the_card_without_the_channel()
    {
        Assert.IsType<SendResult.Sent>(await SendAsync(DemoTenant.Simulated[0], DemoTenant.Id));

        Assert.Equal(DemoTenant.Simulated[0], (await FirstReceivedAsync()).Person);
    }

    [Fact]
    public async Task A_simulated_member_has_a_chat_that_the_channel_need_not_make() =>
        Assert.IsType<SendResult.ChatMade>(await new DemoSender(channel.Object, inbox).MakeChatAsync(To(DemoTenant.Simulated[0]), DemoRounds.Invitation(DemoTenant.Id).Team, Ct));

    [Fact]
    public async Task A_teammate_whom_the_Playground_knows_receives_the_card_through_the_channel()
    {
        ChannelSays(new SendResult.Sent());

        Assert.IsType<SendResult.Sent>(await SendAsync(DemoTenant.InPlayground[0], DemoTenant.Id));

        channel.VerifyAll();
        Assert.Equal(DemoTenant.InPlayground[0], (await FirstReceivedAsync()).Person);
    }

    [Fact]
    public async Task A_card_that_the_channel_refused_is_not_answered()
    {
        ChannelSays(new SendResult.Refused(DeliveryState.Blocked));

        Assert.IsType<SendResult.Refused>(await SendAsync(DemoTenant.InPlayground[0], DemoTenant.Id));

        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public async Task The_newcomers_own_card_is_left_to_the_newcomer()
    {
        ChannelSays(new SendResult.Sent());

        await SendAsync(DemoTenant.You, DemoTenant.Id);

        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public async Task In_another_tenant_everything_goes_through_the_channel_and_nothing_is_answered()
    {
        ChannelSays(new SendResult.Sent());

        await SendAsync(DemoTenant.Simulated[0], OtherTenant);

        channel.VerifyAll();
        Assert.Equal(0, inbox.Count);
    }

    private static async Task<List<UserId>> RosterOfAsync(TenantId tenant)
    {
        var team = DemoRounds.Invitation(tenant).Team;
        var known = new Mock<IRoster>(MockBehavior.Strict);
        known.Setup(roster => roster.OfAsync(team, It.IsAny<CancellationToken>()))
            .Returns(new[] { new Member(tenant, DemoTenant.You.User, DemoTenant.You.ChannelAccount, DemoTenant.You.Name) }.ToAsyncEnumerable());
        return await new DemoRoster(known.Object).OfAsync(team, Ct).Select(member => member.User).ToListAsync(Ct);
    }

    private void ChannelSays(SendResult result) =>
        channel.Setup(sender => sender.SendAsync(It.IsAny<Delivery>(), It.IsAny<CheckInInvitation>(), "a:1", Ct)).ReturnsAsync(result);

    private Task<SendResult> SendAsync(DemoPerson to, TenantId tenant) =>
        new DemoSender(channel.Object, inbox).SendAsync(To(to), DemoRounds.Invitation(tenant), "a:1", Ct);

    private static Delivery To(DemoPerson person) => new(person.User, person.ChannelAccount, DeliveryState.Attempting);

    private async Task<ReceivedCheckIn> FirstReceivedAsync()
    {
        Assert.Equal(1, inbox.Count);
        return await inbox.ReadAsync(Ct).FirstAsync(Ct);
    }
}
