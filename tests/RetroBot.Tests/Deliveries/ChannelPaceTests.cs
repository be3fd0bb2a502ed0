using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>The channel is left alone for as long as it asks, by everything that RetroBot begins itself, in that tenant alone.</summary>
public sealed class ChannelPaceTests(StorageEmulator emulator)
{
    private static readonly TenantId Tenant = new("tenant");

    private readonly TestTime time = new(World.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_that_is_paused_is_asked_nothing_until_its_time_and_another_is()
    {
        var pace = new ChannelPace(requestsPerSecond: 50, time, time);
        pace.Pause(Tenant, Duration.FromSeconds(30));
        pace.Pause(Tenant, Duration.FromSeconds(5));

        Assert.Equal(Duration.FromSeconds(30), (await Assert.ThrowsAsync<ChannelBusyException>(() => AskAsync(pace, Tenant))).After);
        await AskAsync(pace, new TenantId("another"));
        time.Advance(TimeSpan.FromSeconds(30));
        await AskAsync(pace, Tenant);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_when_the_pause_begins_does_not_go_either()
    {
        var pace = new ChannelPace(requestsPerSecond: 1, time, time);
        await AskAsync(pace, Tenant);
        var waiting = AskAsync(pace, Tenant);
        pace.Pause(Tenant, Duration.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<ChannelBusyException>(() => waiting);
    }

    [Fact]
    public async Task A_conversation_that_is_full_for_long_is_left_for_later_and_no_other_waits_for_it()
    {
        var pace = new ChannelPace(requestsPerSecond: 50, time, time);
        for (var answer = 0; answer < 60; answer++) pace.Go(Tenant, "chat", RequestKind.Send);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.InRange((await Assert.ThrowsAsync<ChannelBusyException>(() => AskAsync(pace, Tenant, "chat"))).After, Duration.FromSeconds(20), Duration.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(pace, Tenant, "another");
    }

    [Fact]
    public async Task When_Teams_asks_for_patience_nobody_of_the_tenant_is_sent_anything_before()
    {
        await using var world = await World.StartAsync(emulator, members: 120, Ct);
        await world.InstallAsync(Ct);
        var beside = world.Beside(members: 3);
        await beside.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromMinutes(10)), on: request => request.IsSend && request.Person is { } person && world.Team.Members.Contains(person));
        await beside.Lead.SayInChannelAsync(beside.Team.General, "open now", ct: Ct);

        await world.OpenInstalledAsync(Ct);
        Assert.Contains(world.Team.Members, member => world.Teams.Inbox(member).Count == 0);
        beside.AssertEverybodyHasOneCard();
        var sent = world.Teams.Requests.All.Count;
        await world.WorkAfterAsync(TimeSpan.FromMinutes(9), Ct);
        Assert.Equal(sent, world.Teams.Requests.All.Count);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);

        world.AssertEverybodyHasOneCard();
    }

    [Theory]
    [InlineData(ConnectorOperation.ReplyToActivity)]
    [InlineData(ConnectorOperation.GetPagedMembers)]
    public async Task Whatever_is_refused_for_too_many_requests_has_everything_in_the_tenant_wait(ConnectorOperation operation)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromMinutes(10)), on: request => request.Operation == operation);
        await world.OpenInstalledAsync(Ct);
        var pace = world.Bot.Services.GetRequiredService<ChannelPace>();

        Assert.Equal(Duration.FromMinutes(10), pace.FreeAt(world.Round().Team.Tenant) - Instant.FromDateTimeOffset(world.Time.GetUtcNow()));
        Assert.All(world.Team.Members, member => Assert.Empty(world.Teams.Inbox(member)));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(11), Ct);
        world.AssertEverybodyHasOneCard();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("fast")]
    public void A_rate_that_is_none_is_named_with_an_example(string rate) =>
        Assert.Contains("RetroBot:Teams:RequestsPerSecond is not a whole number from 1 to 10000, such as 50", Assert.Single(PaceSettings.Problems(Configured(rate))), StringComparison.Ordinal);

    [Fact]
    public void Without_a_setting_the_rate_is_Teams_own()
    {
        Assert.Equal(50, PaceSettings.RequestsPerSecond(Configured(rate: null)));
        Assert.Equal(20, PaceSettings.RequestsPerSecond(Configured("20")));
        Assert.Empty(PaceSettings.Problems(Configured("20")));
    }

    private static IConfiguration Configured(string? rate) => new ConfigurationBuilder().AddInMemoryCollection([new("RetroBot:Teams:RequestsPerSecond", rate)]).Build();

    private static async Task AskAsync(ChannelPace pace, TenantId tenant, string? conversation = null)
    {
        await pace.TurnAsync(tenant, Ct);
        await pace.GoAsync(tenant, conversation, RequestKind.Send, Ct);
    }
}
