namespace RetroBot.Host.Local;

/// <summary>Adds what a developer's machine has instead of Azure and Teams. Outside the Development environment it adds nothing.</summary>
internal static class LocalComposition
{
    /// <summary>
    /// Call it first: with no storage configured it starts the emulator and configures that. The Agents Playground follows when the service listens.
    /// </summary>
    /// <exception cref="LocalSetupException">Something is missing on the machine or in the way, or a setting cannot be read.</exception>
    public static async Task AddLocalServicesAsync(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) return;

        var settings = LocalSettings.From(builder.Configuration);
        if (!settings.Storage && !settings.Playground) return;

        var local = LocalFolder.Of(builder.Environment);
        await new NodePackages(Console.Out.WriteLine, TimeProvider.System).EnsureAsync(local.Path, CancellationToken.None);
        var azurite = settings.Storage ? await Azurite.StartAsync(local, Path.Combine(local.Data, "azurite"), settings.StoragePort, CancellationToken.None) : null;
        if (azurite is not null) builder.Configuration[LocalSettings.StorageConnectionString] = azurite.ConnectionString;

        builder.Services
            .AddSingleton<OwnAddress>()
            .AddHostedService(services => new LocalServices(local, settings, azurite, services.GetRequiredService<OwnAddress>(), Console.Out));
    }
}
