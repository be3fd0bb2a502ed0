using RetroBot.Simulation.Connector;
using RetroBot.Tests.Crashes;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Outages;

/// <summary>Teams takes a card and never says what it did with it.</summary>
public sealed class HangingSendTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_whose_answer_never_comes_is_given_up_in_time_not_sent_again_and_keeps_nobody_else_waiting()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        var (arrives, doesNot) = (world.Team.Members[1], world.Team.Members[3]);
        world.Teams.Faults.Add(new Fault.Hangs(TakesEffect: true), request => request.IsSend && request.Person == arrives);
        world.Teams.Faults.Add(new Fault.Hangs(TakesEffect: false), request => request.IsSend && request.Person == doesNot);

        await world.Bot.WorkAsync(Ct);
        // Longer than anybody waits for the end of a send, and long before anybody is asked again.
        await world.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1), Ct);

        var people = Asked.In(world.Team, world.Teams, await TableSnapshot.TakeAsync(await emulator.ConnectionStringAsync(), world.TablePrefix, Ct), []);
        Assert.Equal([1, 1, 1, 0, 1], people.Select(person => person.Cards.Count));
        Assert.Equal(["Sent", "Unknown", "Sent", "Unknown", "Sent"], people.Select(person => $"{person.Line}"));
        Assert.True((await world.RowsAsync("rounds", Ct)).Single(row => row.RowKey == "r").GetBoolean("Delivered"));
    }
}
