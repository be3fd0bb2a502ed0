namespace RetroBot.Host.Local;

/// <summary>What runs beside the service on a developer's machine. It is there before the service starts to work, and ends after the service has.</summary>
internal sealed class LocalServices(LocalFolder local, LocalSettings settings, Azurite? azurite, OwnAddress own, TextWriter console) : IHostedLifecycleService, IAsyncDisposable
{
    private Playground? playground;

    /// <summary>The service listens now, so there is an address to give to the Playground.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (settings.Playground)
            playground = await Playground.StartAsync(local, Path.Combine(local.Data, "playground"), settings.PlaygroundPort, own.Messages, cancellationToken);
        await console.WriteLineAsync(new LocalBanner(local, own.Messages, azurite, playground, settings.Demo).ToString());
    }

    /// <summary>Comes after everything has stopped that might still want to store something.</summary>
    public async ValueTask DisposeAsync()
    {
        if (playground is not null) await playground.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
