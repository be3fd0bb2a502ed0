using Microsoft.AspNetCore.Hosting.Server;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;

namespace RetroBot.Host.Local;

/// <summary>Adds what a developer's machine has instead of Azure and Teams. Outside the Development environment it adds nothing.</summary>
internal static class LocalComposition
{
    /// <summary>
    /// Call it first: with no storage configured it starts the emulator and configures that. The Agents Playground follows when the service listens.
    /// </summary>
    /// <exception cref="LocalSetupException">Something is missing on the machine or in the way, or a setting cannot be read.</exception>
    public static async Task AddLocalServicesAsync(this WebApplicationBuilder builder, TextWriter? console = null)
    {
        if (!builder.Environment.IsDevelopment()) return;
        console ??= Console.Out;

        var settings = LocalSettings.From(builder.Configuration);
        if (!settings.Storage && !settings.Playground) return;

        // Said now, before anything is started, rather than when the service is up.
        if (settings.Playground) await Playground.FindAsync(settings.PlaygroundPort, CancellationToken.None);

        var local = LocalFolder.Of(builder.Environment, builder.Configuration);
        await new NodePackages(console.WriteLine, TimeProvider.System).EnsureAsync(local.Path, CancellationToken.None);
        var azurite = settings.Storage ? await Azurite.StartAsync(local, Path.Combine(local.Data, "azurite"), settings.StoragePort, CancellationToken.None) : null;
        if (azurite is not null) builder.Configuration[LocalSettings.StorageConnectionString] = azurite.ConnectionString;

        if (settings is { Playground: true, Demo: true })
        {
            // Its catalog is searched before its team is set up, and by whoever sits at the machine.
            if (builder.Configuration["RetroBot:Web:Tenants:0"] is null) builder.Configuration["RetroBot:Web:Tenants:0"] = DemoTenant.Id.Value;
            if (builder.Configuration["RetroBot:Web:Readers"] is null) builder.Configuration["RetroBot:Web:Readers"] = "everyone";
        }
        builder.Services
            .AddHostedService(services => new LocalServices(local, settings, azurite, new OwnAddress(services.GetRequiredService<IServer>()), console));
    }

    /// <summary>
    /// Call it last: the demo team's people join the roster and answer their cards. They exist in <see cref="DemoTenant"/> alone, which no channel but
    /// the Agents Playground knows.
    /// </summary>
    /// <exception cref="LocalSetupException">A setting cannot be read.</exception>
    public static void AddDemoTeam(this WebApplicationBuilder builder)
    {
        if (!HasDemo(builder)) return;

        var services = builder.Services;
        services.AddSingleton<DemoInbox>().AddSingleton<OwnAddress>().AddSingleton<DemoDoor>().AddHostedService<DemoTeammates>();
        Decorate<IRoster>(services, (_, roster) => new DemoRoster(roster));
        Decorate<ICheckInSender>(services, (provider, sender) => new DemoSender(sender, provider.GetRequiredService<DemoInbox>()));
    }

    /// <summary>Adds case studies to be found before anybody of the demo team has written one.</summary>
    /// <exception cref="LocalSetupException">A setting cannot be read.</exception>
    public static void AddDemoCatalog(this WebApplicationBuilder builder)
    {
        if (HasDemo(builder)) builder.Services.AddHostedService<DemoCatalog>().AddHostedService<DemoOrganisation>();
    }

    private static bool HasDemo(WebApplicationBuilder builder) => builder.Environment.IsDevelopment() && LocalSettings.From(builder.Configuration) is { Playground: true, Demo: true };

    private static void Decorate<TPort>(IServiceCollection services, Func<IServiceProvider, TPort, TPort> decorate)
        where TPort : class
    {
        var plain = services.Single(service => service.ServiceType == typeof(TPort));
        services.Remove(plain);
        services.Add(ServiceDescriptor.Describe(typeof(TPort), provider => decorate(provider, Plain(provider)), plain.Lifetime));

        TPort Plain(IServiceProvider provider) =>
            (TPort)(plain.ImplementationInstance ?? plain.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, plain.ImplementationType!));
    }
}
