using RetroBot.Host.Local;

namespace RetroBot.Benchmarks;

/// <summary>A storage emulator with nothing in it yet. It keeps all in memory: every few seconds it would stand still to write everything to the disk, which no account does.</summary>
internal sealed class Storage : IAsyncDisposable
{
    private readonly Azurite azurite;

    private Storage(Azurite azurite) => this.azurite = azurite;

    public string ConnectionString => azurite.ConnectionString;

    public int Port => azurite.Port;

    public static async Task<Storage> StartAsync(CancellationToken ct)
    {
        var local = LocalFolder.FindFrom(AppContext.BaseDirectory);
        await new NodePackages(Console.Error.WriteLine, TimeProvider.System).EnsureAsync(local.Path, ct);
        return new Storage(await Azurite.StartAsync(local, data: null, port: 0, ct));
    }

    public ValueTask DisposeAsync() => azurite.DisposeAsync();
}
