using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Faults;

/// <summary>Every known fault at every call of a round: a team each, all of them in one service, at one time.</summary>
public sealed class FaultedRounds(StorageEmulator emulator) : IAsyncLifetime
{
    /// <summary>Long enough for every card that is tried again, and long before half of the round, when unknown ones are sent once more.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(30);

    private readonly Dictionary<(string Fault, FaultedCall Call), FaultedRound> rounds = [];
    private World world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FaultedRound this[KnownFault fault, FaultedCall call] => rounds[(fault.Name, call)];

    public async ValueTask InitializeAsync()
    {
        world = await World.StartAsync(emulator, members: 1, Ct);
        foreach (var known in KnownFaults.All)
        {
            foreach (var call in Enum.GetValues<FaultedCall>())
                rounds.Add((known.Name, call), await FaultedRound.OpenAsync(world, call, known, Ct));
        }

        await world.PassAsync(Time, TimeSpan.FromMinutes(1), Ct);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
