using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

/// <summary>A storage emulator for a class or a collection of tests, on a port and with tables of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder data = new();
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        azurite = await Azurite.StartAsync(await LocalTools.InstalledAsync(ct), data.Path, port: 0, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        data.Dispose();
    }
}
