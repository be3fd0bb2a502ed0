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

    /// <param name="time">The machine's own by default.</param>
    public static async Task<SimulatorScene> StartAsync(TimeProvider? time = null, Keeping? keeping = null) => new(
        await TeamsSimulator.StartAsync(time: time, keeping: keeping, cardName: post => post.Summary, ct: TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Teams.DisposeAsync();
    }
}
