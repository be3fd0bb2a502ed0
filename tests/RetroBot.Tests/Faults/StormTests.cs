using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Limits;
using RetroBot.Tests.Deliveries;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Faults;

/// <summary>Teams is busy for minutes, or refuses what comes too fast.</summary>
public sealed class StormTests(StorageEmulator emulator)
{
    private const int Members = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(0.5, true)]
    [InlineData(1.0, false)]
    public async Task A_storm_of_429_loses_nobody_and_doubles_nobody(double share, bool isOnCardsOnly)
    {
        await using var world = await World.StartAsync(emulator, Members, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        world.Teams.Faults.AddStorm(
            Fault.Throttles(TimeSpan.FromSeconds(20)), World.Start, World.Start.AddMinutes(6), on: request => !isOnCardsOnly || request.Person is not null, share: share, seed: 47);

        await world.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5), Ct);
        Assert.InRange(world.Teams.Requests.CountAnswered(429), 1, 20 * Members);
        await world.PassAsync(TimeSpan.FromMinutes(25), TimeSpan.FromSeconds(30), Ct);

        Assert.Equal("never: 0, once: 60, more than once: 0", world.Received());
        Assert.Equal("", await world.StatusAsync(Ct));
    }

    [Fact]
    public async Task The_limits_that_Teams_documents_lose_nobody_and_double_nobody()
    {
        await using var world = await World.StartAsync(emulator, Members, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Limits = RateLimits.Documented;

        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(10), Ct);

        Assert.Equal("never: 0, once: 60, more than once: 0", world.Received());
        Assert.Equal("", await world.StatusAsync(Ct));
    }
}
