using RetroBot.Host.Local;
using RetroBot.Tests.Emulator;
using Xunit;

[assembly: AssemblyFixture(typeof(StorageEmulator))]

namespace RetroBot.Tests.Emulator;

/// <summary>One storage emulator for the whole test run, started by the first test that asks for it; if it does not start, that test and every other that needs it fail.</summary>
/// <remarks>
/// Every test has tables of its own in it: <see cref="NewPrefix"/>. It keeps them in memory alone: otherwise it would write all tables of all tests to disk every five seconds, and answer nobody meanwhile.
/// </remarks>
public class StorageEmulator : IAsyncDisposable
{
    private readonly Lazy<Task<Azurite>> _azurite;

    public StorageEmulator()
        : this(data: null)
    {
    }

    /// <param name="data">The folder that keeps the tables; null for none.</param>
    private protected StorageEmulator(string? data) => _azurite = new(() => StartAsync(data));

    public async Task<string> ConnectionStringAsync() => (await _azurite.Value).ConnectionString;

    /// <summary>A beginning for table names that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..16];

    public virtual async ValueTask DisposeAsync()
    {
        if (_azurite is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started }) await (await started).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // Not the token of the test that happens to be first: the others need the emulator too.
    private static async Task<Azurite> StartAsync(string? data)
    {
        var local = LocalFolder.FindFrom(AppContext.BaseDirectory);
        await new NodePackages(message => TestContext.Current.SendDiagnosticMessage(message), TimeProvider.System).EnsureAsync(local.Path, CancellationToken.None);
        return await Azurite.StartAsync(local, data, port: 0, CancellationToken.None);
    }
}
