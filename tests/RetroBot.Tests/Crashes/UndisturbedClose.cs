using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>The prepared round, which nobody changes, and how it ends when nothing disturbs its close.</summary>
public sealed class UndisturbedClose(StorageEmulator emulator) : IAsyncLifetime
{
    internal PreparedRound Round { get; private set; } = null!;

    internal Closing Closing { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Round = await PreparedRound.MakeAsync(emulator, CancellationToken.None);
        await using var world = await ClosingWorld.MakeAsync(Round, instances: 1, CancellationToken.None);
        Closing = await Closing.RunAsync(world, trap: null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Round.DisposeAsync();
}
