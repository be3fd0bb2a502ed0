using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Every member gets the card once, whatever the channel says.</summary>
public sealed class DeliveryTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_roster_of_several_pages_is_read_to_its_end()
    {
        await using var world = await World.StartAsync(emulator, members: 620, Ct);

        await world.OpenAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
        Assert.Equal(2, world.Teams.Requests.All.Count(request => request.ToString().Contains("pagedmembers", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(412, "PreconditionFailed")]
    public async Task A_send_that_the_channel_puts_off_arrives_later_and_once(int status, string code)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), on: request => request.IsSend && request.Person == world.Team.Members[2]);

        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        var work = world.Bot.WorkAsync(Ct);
        while (!work.IsCompleted)
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Ct));
        }
        await work;

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task A_send_whose_outcome_is_unknown_is_not_repeated_and_is_counted_as_such()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request => request.IsSend && request.Person == world.Team.Members[2]);

        await world.OpenInstalledAsync(Ct);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.Bot.WorkAsync(Ct);

        Assert.Single(world.Teams.Inbox(world.Team.Members[2]));
        Assert.Equal((0, 1), await SendingAsync(world));
    }

    [Fact]
    public async Task Whoever_blocked_or_lacks_the_bot_is_left_alone_and_counted_without_a_name()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);
        world.Team.Members[1].HasBlockedTheBot = true;
        world.Team.Members[2].LacksTheApp = true;

        await world.OpenInstalledAsync(Ct);

        Assert.Equal((2, 0), await SendingAsync(world));
        var status = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Name, status, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_roster_that_cannot_be_read_now_is_read_a_minute_later()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(500, "InternalServerError"));
        await world.OpenInstalledAsync(Ct);

        world.Teams.Faults.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await world.Bot.WorkAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    /// <summary>The two numbers of the status card.</summary>
    private static async Task<(int NotReachable, int Unconfirmed)> SendingAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: Ct);
        var facts = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetProperty("body").EnumerateArray()
            .Single(element => element.GetProperty("type").ValueEquals("FactSet")).GetProperty("facts").EnumerateArray()
            .Select(fact => int.Parse(fact.GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (facts[0], facts[1]);
    }
}
