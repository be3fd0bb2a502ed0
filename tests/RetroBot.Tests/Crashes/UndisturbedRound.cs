using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>A whole round that nothing disturbs, and what the service calls in it.</summary>
public sealed class UndisturbedRound(StorageEmulator emulator) : IAsyncLifetime
{
    internal MadeTeams Made { get; private set; } = null!;

    internal IReadOnlyList<Call> Calls { get; private set; } = [];

    internal IReadOnlyList<Asked> People { get; private set; } = [];

    internal Ending Ending { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Made = await MadeTeams.MakeAsync(emulator, CancellationToken.None);
        await using var round = await WholeRound.MakeAsync(Made, instances: 1, CancellationToken.None);
        // The first round of all makes its table, too.
        await round.RunAsync([null], CancellationToken.None);
        Calls = (await round.RunAsync([null], CancellationToken.None))[0].Calls;
        (People, Ending) = (round.People, await round.EndAsync(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => Made.DisposeAsync();
}
