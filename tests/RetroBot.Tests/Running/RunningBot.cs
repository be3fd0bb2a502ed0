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

namespace RetroBot.Tests.Running;

/// <summary>The real service on a port of its own, put together as <c>Program</c> does; its workers run when the test says so.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string masterKey;

    private RunningBot(WebApplication app, string masterKey)
    {
        this.app = app;
        this.masterKey = masterKey;
        // Whoever asks brings no trace of the test along, which runs in this process.
        Http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>What the service logged, one line an entry, exceptions included.</summary>
    public LogBook Log { get; private init; } = new();

    /// <param name="settings">Laid over the test's own.</param>
    /// <param name="change">What the test puts in place of a part of the service.</param>
    public static async Task<RunningBot> StartAsync(
        string storage, string tablePrefix, TimeProvider time, IEnumerable<KeyValuePair<string, string?>>? settings = null, string environment = "Development",
        Action<IServiceCollection>? change = null, CancellationToken ct = default)
    {
        var keyFile = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = "RetroBot.Host" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = storage,
            ["Storage:TablePrefix"] = tablePrefix,
            ["RetroBot:MasterKey:File"] = keyFile,
            ["RetroBot:Teams:RequestsPerSecond"] = "5000",
            ["RetroBot:Local:Playground"] = "false",
            ["RetroBot:Local:Demo"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        var log = new LogBook();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        await builder.AddRetroBotAsync();
        builder.Services.Replace(ServiceDescriptor.Singleton(time));
        builder.Services.RemoveAll<IHostedService>();
        change?.Invoke(builder.Services);
        var built = builder.Build();
        await built.ReadMasterKeyAsync(ct);
        built.MapRetroBot();
        await built.StartAsync(ct);
        return new RunningBot(built, keyFile) { Log = log };
    }

    /// <summary>Lets the workers do what is due, until nothing is.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        // Rounds, then the cards they queued, then what becomes of the rounds once their cards are sent.
        await Services.GetRequiredService<RoundWorker>().RunOnceAsync(ct);
        await Services.GetRequiredService<DeliveryWorker>().RunOnceAsync(ct);
        await Services.GetRequiredService<RoundWorker>().RunOnceAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        File.Delete(masterKey);
    }
}
