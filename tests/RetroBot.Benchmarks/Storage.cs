using RetroBot.Host.Local;

namespace RetroBot.Benchmarks;

/// <summary>A storage emulator with nothing in it yet.</summary>
internal sealed class Storage : IAsyncDisposable
{
    private readonly Azurite azurite;
    private readonly DirectoryInfo data;

    private Storage(Azurite azurite, DirectoryInfo data) => (this.azurite, this.data) = (azurite, data);

    public string ConnectionString => azurite.ConnectionString;

    public int Port => azurite.Port;

    public static async Task<Storage> StartAsync(CancellationToken ct)
    {
        var local = LocalFolder.FindFrom(AppContext.BaseDirectory);
        await new NodePackages(Console.Error.WriteLine, TimeProvider.System).EnsureAsync(local.Path, ct);
        var folder = Directory.CreateTempSubdirectory("retrobot-benchmark-");
        return new Storage(await Azurite.StartAsync(local, folder.FullName, port: 0, ct), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        data.Delete(recursive: true);
    }
}
