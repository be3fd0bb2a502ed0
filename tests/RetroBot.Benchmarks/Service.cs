using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RetroBot.Host;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Privacy;
using RetroBot.Host.Rounds;
using RetroBot.Host.Web;

namespace RetroBot.Benchmarks;

/// <summary>The real service on a port of its own, put together as <c>Program</c> does; its workers rest unless told to work, so that they do not disturb a measurement.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string masterKey;

    private Service(WebApplication app, string masterKey)
    {
        this.app = app;
        this.masterKey = masterKey;
        Http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    /// <summary>One connection for each request under way.</summary>
    public HttpClient Http { get; }

    /// <param name="settings">Laid over the benchmarks' own.</param>
    public static async Task<Service> StartAsync(Storage storage, CancellationToken ct, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var keyFile = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = "RetroBot.Host" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = storage.ConnectionString,
            ["RetroBot:MasterKey:File"] = keyFile,
            // Simulated Teams limits nothing here, and nobody renews the lease of a long delivery.
            ["RetroBot:Teams:RequestsPerSecond"] = "10000",
            ["RetroBot:Local:Playground"] = "false",
            ["RetroBot:Local:Demo"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        // What goes wrong is seen; standard output is for the table.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await builder.AddRetroBotAsync();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.Replace(ServiceDescriptor.Singleton(_ => new ReaderPace(int.MaxValue)));
        var built = builder.Build();
        await built.ReadMasterKeyAsync(ct);
        built.MapRetroBot();
        await built.StartAsync(ct);
        return new Service(built, keyFile);
    }

    public IServiceProvider Services => app.Services;

    /// <summary>Does what is due: opens rounds and sends their cards.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        await app.Services.GetRequiredService<RoundWorker>().RunOnceAsync(ct);
        await app.Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        File.Delete(masterKey);
    }
}
