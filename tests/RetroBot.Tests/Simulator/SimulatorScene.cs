using RetroBot.Simulation;
using Xunit;

namespace RetroBot.Tests.Simulator;

/// <summary>A simulator with one team that has the bot, and Ada in it.</summary>
internal sealed class SimulatorScene : IAsyncDisposable
{
    private SimulatorScene(TeamsSimulator teams)
    {
        Teams = teams;
        Blue = teams.AddTenant().AddTeam("Blue");
        Blue.HasTheBot = true;
        Ada = Blue.AddPerson("Ada Lovelace");
        Bot = new ConnectorCaller(teams);
    }

    public TeamsSimulator Teams { get; }

    public SimulatedTeam Blue { get; }

    public SimulatedPerson Ada { get; }

    public ConnectorCaller Bot { get; }

    public static async Task<SimulatorScene> StartAsync() =>
        new(await TeamsSimulator.StartAsync(ct: TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Teams.DisposeAsync();
    }
}
