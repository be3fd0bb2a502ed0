using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core.Deliveries;
using RetroBot.Host.Deliveries;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>A card that Teams puts off arrives later, once, however long that takes while the round is open.</summary>
public sealed class PutOffSendTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(412, "PreconditionFailed")]
    public async Task A_send_that_the_channel_puts_off_arrives_later_and_once(int status, string code)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), on: request => request.IsSend && request.Person == world.Team.Members[2]);

        await world.OpenInstalledAsync(Ct);
        Assert.Equal(DeliveryState.RetryAt, await world.StateOfAsync(world.Team.Members[2], Ct));
        Assert.Empty(world.Teams.Inbox(world.Team.Members[2]));
        await world.WorkAfterAsync(TimeSpan.FromSeconds(2), Ct);

        world.AssertEverybodyHasOneCard();
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task A_card_is_not_tried_again_before_the_channel_wants_it()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var person = world.Team.Members[2];
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromMinutes(90)), on: request => request.IsSend && request.Person == person);

        await world.OpenInstalledAsync(Ct);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(89), Ct);
        Assert.Equal(1, world.Teams.Requests.All.Count(recorded => recorded.Request.IsSend && recorded.Request.Person == person));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(1), Ct);

        world.AssertEverybodyHasOneCard();
    }

    [Fact]
    public async Task A_storm_of_hours_loses_nobody_and_sends_nobody_two()
    {
        await using var world = await World.StartAsync(emulator, members: 12, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(429, "Throttled"), on: request => request.IsSend, times: int.MaxValue);

        await world.OpenInstalledAsync(Ct);
        for (var look = 0; look < 8; look++) await world.WorkAfterAsync(TimeSpan.FromMinutes(30), Ct);
        // Whoever has not been tried yet had to wait while the channel asked for patience; nobody is given up.
        Assert.All(await world.LinesAsync(Ct), line => Assert.True(line.State is DeliveryState.RetryAt or DeliveryState.Planned, line.State.ToString()));
        Assert.Contains(await world.LinesAsync(Ct), line => line.State == DeliveryState.RetryAt);
        Assert.All(world.Team.Members, member => Assert.Empty(world.Teams.Inbox(member)));
        Assert.False(await world.IsDeliveredAsync(Ct));

        world.Teams.Faults.Clear();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(10), Ct);
        world.AssertEverybodyHasOneCard();
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task The_lead_reads_that_cards_wait_and_not_how_many()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(429, "Throttled"), on: request => request is { IsSend: true, Person: not null }, times: int.MaxValue);

        await world.OpenInstalledAsync(Ct);

        Assert.Equal("", await world.StatusAsync(Ct));
        Assert.Contains("Teams is busy", world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_of_several_pages_is_read_to_its_end()
    {
        await using var world = await World.StartAsync(emulator, members: 505, Ct);

        await world.OpenAsync(Ct);

        world.AssertEverybodyHasOneCard();
        Assert.Equal(2, world.Teams.Requests.Count(ConnectorOperation.GetPagedMembers));
    }

    [Fact]
    public async Task A_roster_that_cannot_be_read_now_is_read_a_minute_later()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(429, "Throttled"), on: request => request.Operation == ConnectorOperation.GetPagedMembers);
        await world.OpenInstalledAsync(Ct);
        Assert.All(world.Team.Members, member => Assert.Empty(world.Teams.Inbox(member)));

        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);

        world.AssertEverybodyHasOneCard();
    }

    [Fact]
    public async Task A_page_of_the_roster_that_got_no_answer_is_read_again_at_once()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), on: request => request.Operation == ConnectorOperation.GetPagedMembers, times: 2);

        await world.OpenInstalledAsync(Ct);

        world.AssertEverybodyHasOneCard();
        Assert.Equal(3, world.Teams.Requests.Count(ConnectorOperation.GetPagedMembers));
    }

    [Fact]
    public async Task A_page_of_the_roster_that_is_refused_three_times_puts_the_round_off_and_loses_nobody()
    {
        await using var world = await World.StartAsync(emulator, members: 505, Ct);
        await world.InstallAsync(Ct);
        var pages = 0;
        world.Teams.Faults.Add(new Fault.Answers(502, "", TakesEffect: false), on: request => request.Operation == ConnectorOperation.GetPagedMembers && ++pages > 1, times: 3);

        await world.OpenInstalledAsync(Ct);
        Assert.All(world.Team.Members, member => Assert.Empty(world.Teams.Inbox(member)));
        Assert.Equal(4, world.Teams.Requests.Count(ConnectorOperation.GetPagedMembers));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(1), Ct);

        world.AssertEverybodyHasOneCard();
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Fact]
    public async Task Too_many_requests_concern_everybody_for_a_second_where_Teams_does_not_say_for_how_long()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var pace = world.Bot.Services.GetRequiredService<ChannelPace>();
        var now = world.Time.GetUtcNow().ToInstant();
        world.Teams.Faults.Add(Fault.Refuses(429, "Throttled"), on: request => request.IsSend && request.Person == world.Team.Members[2]);
        world.Teams.Faults.Add(Fault.Refuses(503, "ServiceUnavailable"), on: request => request.IsSend && request.Person == world.Team.Members[2]);

        await world.OpenInstalledAsync(Ct);
        Assert.Equal(now + Duration.FromSeconds(1), pace.FreeAt(world.Round().Team.Tenant));
        await world.WorkAfterAsync(TimeSpan.FromSeconds(2), Ct);
        Assert.Equal(world.Time.GetUtcNow().ToInstant(), pace.FreeAt(world.Round().Team.Tenant));
        await world.WorkAfterAsync(TimeSpan.FromSeconds(5), Ct);

        world.AssertEverybodyHasOneCard();
    }
}
