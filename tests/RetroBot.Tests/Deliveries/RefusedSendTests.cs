using Microsoft.Extensions.Logging;
using RetroBot.Core.Deliveries;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Deliveries;

/// <summary>What becomes of a card that Teams refuses, and what the lead and the operator are told of it.</summary>
public sealed class RefusedSendTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_blocked_or_lacks_the_bot_is_left_alone_and_counted_without_a_name()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);
        world.Team.Members[1].HasBlockedTheBot = true;
        world.Team.Members[2].LacksTheApp = true;

        await world.OpenInstalledAsync(Ct);

        Assert.Equal("Blocked RetroBot: 1, Don't have the app: 1", await world.StatusAsync(Ct));
        var status = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Name, status, StringComparison.Ordinal));
        Assert.True(await world.IsDeliveredAsync(Ct));
    }

    [Theory]
    [InlineData(403, "SomethingNew", LogLevel.Warning, "403 (SomethingNew)")]
    [InlineData(413, "MessageSizeTooBig", LogLevel.Error, "too big (413)")]
    [InlineData(400, "BadSyntax", LogLevel.Warning, "400 (BadSyntax)")]
    public async Task A_refusal_for_a_reason_of_its_own_is_counted_and_logged_without_the_person(int status, string code, LogLevel level, string says)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var person = world.Team.Members[2];
        world.Teams.Faults.Add(Fault.Refuses(status, code), on: request => request.IsSend && request.Person == person);

        await world.OpenInstalledAsync(Ct);

        Assert.Equal("Not reachable: 1", await world.StatusAsync(Ct));
        var line = Assert.Single(world.Bot.Log.Lines, line => line.Text.Contains(says, StringComparison.Ordinal));
        Assert.Equal(level, line.Level);
        Assert.All((string[])[$"{person.ObjectId}", person.Id, person.Name], text => Assert.DoesNotContain(text, line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_whom_Teams_does_not_know_is_not_reachable()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(500, "UserNotFound"), on: request => request.Operation == ConnectorOperation.CreateConversation && request.Person == world.Team.Members[2]);

        await world.OpenInstalledAsync(Ct);

        Assert.Equal(DeliveryState.Unreachable, await world.StateOfAsync(world.Team.Members[2], Ct));
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", "Teams admin center")]
    [InlineData(401, "BotNotRegistered", "MicrosoftAppId")]
    public async Task A_bot_that_nobody_may_hear_stops_its_run_says_what_to_do_and_goes_on_once_it_is_mended(int status, string code, string says)
    {
        await using var world = await World.StartAsync(emulator, members: 120, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(status, code), on: request => request.IsSend, times: int.MaxValue);

        await world.OpenInstalledAsync(Ct);
        Assert.InRange(world.Teams.Requests.All.Count(recorded => recorded.Request.IsSend && recorded.Status == status), 1, 60);
        Assert.Contains(world.Bot.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(says, StringComparison.Ordinal) && line.Text.Contains(code, StringComparison.Ordinal));

        world.Teams.Faults.Clear();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2), Ct);
        world.AssertEverybodyHasOneCard();
    }

    [Fact]
    public async Task A_send_whose_outcome_is_unknown_is_not_repeated_and_is_counted_as_such()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request => request.IsSend && request.Person == world.Team.Members[2]);
        world.Teams.Faults.Add(new Fault.CutsTheConnection(TakesEffect: true), on: request => request.IsSend && request.Person == world.Team.Members[3]);

        await world.OpenInstalledAsync(Ct);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(5), Ct);

        world.AssertEverybodyHasOneCard();
        Assert.Equal("Sent, arrival not confirmed: 2", await world.StatusAsync(Ct));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_chat_whose_making_got_no_answer_is_made_again(int status)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(new Fault.Answers(status, "", TakesEffect: true), on: request => request.Operation == ConnectorOperation.CreateConversation && request.Person == world.Team.Members[2]);

        await world.OpenInstalledAsync(Ct);
        Assert.Equal(DeliveryState.RetryAt, await world.StateOfAsync(world.Team.Members[2], Ct));
        await world.WorkAfterAsync(TimeSpan.FromSeconds(2), Ct);

        world.AssertEverybodyHasOneCard();
        Assert.Equal("", await world.StatusAsync(Ct));
    }
}
