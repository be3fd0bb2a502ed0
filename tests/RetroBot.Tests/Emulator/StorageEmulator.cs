using RetroBot.Host.Local;
using RetroBot.Tests.Emulator;
using Xunit;

[assembly: AssemblyFixture(typeof(StorageEmulator))]

namespace RetroBot.Tests.Emulator;

/// <summary>One storage emulator for the whole test run, started by the first test that asks for it; if it does not start, that test and every other that needs it fail.</summary>
/// <remarks>Every test has tables of its own in it: <see cref="NewPrefix"/>.</remarks>
public sealed class StorageEmulator : IAsyncDisposable
{
    /// <summary>In which the emulator keeps its tables, as JSON.</summary>
    public const string TablesFile = "__azurite_db_table__.json";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("retrobot-storage-");
    private readonly Lazy<Task<Azurite>> _azurite;

    public StorageEmulator() => _azurite = new(StartAsync);

    public async Task<string> ConnectionStringAsync() => (await _azurite.Value).ConnectionString;

    /// <summary>The emulator's own files by name, as they are once it has saved what <paramref name="mark"/> was written with, and what was done before. It saves every five seconds.</summary>
    /// <param name="mark">A text that was written to a table and stands nowhere else.</param>
    public async Task<IReadOnlyDictionary<string, string>> SavedFilesAsync(string mark, CancellationToken ct)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (true)
        {
            var files = _data.EnumerateFiles("*", SearchOption.AllDirectories).ToDictionary(file => file.Name, ReadOrNothing, StringComparer.Ordinal);
            if (files.TryGetValue(TablesFile, out var saved) && saved.Contains(mark, StringComparison.Ordinal)) return files;
            await look.WaitForNextTickAsync(ct);
        }
    }

    /// <summary>A beginning for table names that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..16];

    public async ValueTask DisposeAsync()
    {
        if (_azurite is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started }) await (await started).DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>What the emulator is replacing right now is gone, or read at the next look.</summary>
    private static string ReadOrNothing(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (IOException)
        {
            return "";
        }
    }

    // Not the token of the test that happens to be first: the others need the emulator too.
    private async Task<Azurite> StartAsync()
    {
        var local = LocalFolder.FindFrom(AppContext.BaseDirectory);
        await new NodePackages(message => TestContext.Current.SendDiagnosticMessage(message), TimeProvider.System).EnsureAsync(local.Path, CancellationToken.None);
        return await Azurite.StartAsync(local, _data.FullName, port: 0, CancellationToken.None);
    }
}
