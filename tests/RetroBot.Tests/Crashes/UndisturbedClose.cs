using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>The prepared round, which nobody changes, and how it ends when nothing disturbs its close.</summary>
public sealed class UndisturbedClose(StorageEmulator emulator) : IAsyncLifetime
{
    internal PreparedRound Round { get; private set; } = null!;

    internal Ending Ending { get; private set; } = null!;

    internal IReadOnlyList<Call> Calls { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Round = await PreparedRound.MakeAsync(emulator, CancellationToken.None);
        await using var closing = await Closing.MakeAsync(Round, instances: 1, CancellationToken.None);
        Calls = (await closing.RunAsync([null], CancellationToken.None))[0].Calls;
        Ending = await closing.EndAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Round.DisposeAsync();
}
