using RetroBot.Tests.Emulator;
using Xunit;

[assembly: AssemblyFixture(typeof(SavingStorageEmulator))]

namespace RetroBot.Tests.Emulator;

/// <summary>Another emulator, which keeps its tables in files: for whoever searches those.</summary>
public sealed class SavingStorageEmulator : StorageEmulator
{
    /// <summary>In which the emulator keeps its tables, as JSON.</summary>
    public const string TablesFile = "__azurite_db_table__.json";

    private readonly DirectoryInfo data;

    public SavingStorageEmulator()
        : this(Directory.CreateTempSubdirectory("retrobot-storage-"))
    {
    }

    private SavingStorageEmulator(DirectoryInfo data)
        : base(data.FullName) => this.data = data;

    /// <summary>The emulator's own files by name, as they are once it has saved what <paramref name="mark"/> was written with, and what was done before. It saves every five seconds.</summary>
    /// <param name="mark">A text that was written to a table and stands nowhere else.</param>
    public async Task<IReadOnlyDictionary<string, string>> SavedFilesAsync(string mark, CancellationToken ct)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (true)
        {
            var files = data.EnumerateFiles("*", SearchOption.AllDirectories).ToDictionary(file => file.Name, ReadOrNothing, StringComparer.Ordinal);
            if (files.TryGetValue(TablesFile, out var saved) && saved.Contains(mark, StringComparison.Ordinal)) return files;
            await look.WaitForNextTickAsync(ct);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        data.Delete(recursive: true);
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
}
